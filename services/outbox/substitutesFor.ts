import type { Directory } from '../directory/directoryService.ts';
import { personIdOf } from '../directory/personId.ts';
import { type Alert, type Recipient, recipientKey } from '../domain/alert.ts';
import { hasFailed } from './untold.ts';

/**
 * R99: if none of the people to notify can be reached, the company's other Incentives admins are notified. A card that
 * Teams refuses goes to them as a plain sentence too.
 */
export async function substitutesFor(
  alert: Alert,
  directory: Pick<Directory, 'incentivesAdmins'>,
): Promise<Recipient[]> {
  const people = alert.recipients.filter(({ to, notify }) => to.kind === 'person' && notify);
  if (!('partnerId' in alert) || people.length === 0 || !people.every(hasFailed)) return [];
  const known = new Set(people.map(recipientKey));
  const until = people.flatMap((person) => person.until ?? []).sort()[0];
  const rest = {
    ...({ notify: true, result: 'waiting' } as const),
    ...(until ? { until } : {}),
    ...(people.some(({ result }) => result === 'refused') ? ({ plain: true } as const) : {}),
  };
  const admins = await directory.incentivesAdmins(alert.partnerId);
  return admins
    .map(({ tenantId, objectId }) => personIdOf(tenantId, objectId))
    .map((personId): Recipient => ({ to: { kind: 'person', personId }, ...rest }))
    .filter((recipient) => !known.has(recipientKey(recipient)));
}
