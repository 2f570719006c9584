import type { Directory } from '../directory/directoryService.ts';
import { personIdOf } from '../directory/personId.ts';
import { type Alert, type Recipient, recipientKey } from '../domain/alert.ts';

/** R99: if none of the people to notify can be reached, the company's other Incentives admins are notified. */
export async function substitutesFor(
  alert: Alert,
  directory: Pick<Directory, 'incentivesAdmins'>,
): Promise<Recipient[]> {
  const people = alert.recipients.filter(({ to, notify }) => to.kind === 'person' && notify);
  if (
    !('partnerId' in alert) ||
    people.length === 0 ||
    !people.every(({ result }) => result === 'unreachable' || result === 'givenUp')
  )
    return [];
  const known = new Set(people.map(recipientKey));
  const until = people.flatMap((person) => person.until ?? []).sort()[0];
  const rest = { notify: true, result: 'waiting', ...(until ? { until } : {}) } as const;
  const admins = await directory.incentivesAdmins(alert.partnerId);
  return admins
    .map(({ tenantId, objectId }) => personIdOf(tenantId, objectId))
    .map((personId): Recipient => ({ to: { kind: 'person', personId }, ...rest }))
    .filter((recipient) => !known.has(recipientKey(recipient)));
}
