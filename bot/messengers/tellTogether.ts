import { missedInChannelCard } from '../../cards/digest/missedInChannel.ts';
import type { Reader } from '../../cards/kit/card.ts';
import type { Claims } from '../../services/claims/claims.ts';
import type { Alert } from '../../services/domain/alert.ts';
import { cardMessage } from '../replies/cardMessage.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import { anyReviewer } from './messenger.ts';
import type { Posting } from './posting.ts';

/** The card lists so many claims with their status; of the others it names the numbers. */
const mostListed = 10;

/** Tells the reviewers' channel in one card what it has missed while it could not be reached. */
export function createTellTogether({
  claims,
  posting,
  reader,
  now,
}: {
  readonly claims: Pick<Claims, 'get' | 'partnerName' | 'lists'>;
  readonly posting: Posting;
  readonly reader: Reader;
  readonly now: () => Date;
}) {
  return async function tellTogether(alerts: readonly Alert[], channel: ChatAddress): Promise<void> {
    const numbers = [...new Set(alerts.flatMap(numberOf))];
    const found = await Promise.all(
      numbers.slice(0, mostListed).map((number) => claims.get(anyReviewer, number)),
    );
    const listed = found.flatMap((claim) =>
      claim.ok && claim.value.status !== 'Editing' ? [claim.value] : [],
    );
    const rows = await Promise.all(
      listed.map(async ({ number, version, status, details, partnerId, updatedAt }) => ({
        ...{ number, version, status, updatedAt },
        claimName: details.claimName,
        customerDomain: details.customerDomain,
        partnerName: await claims.partnerName(partnerId),
      })),
    );
    const view = { claims: rows, others: numbers.slice(mostListed), asOf: now().toISOString() };
    await posting.startThread(channel, cardMessage(missedInChannelCard(view, reader)));
  };
}

function numberOf(alert: Alert): string[] {
  if ('number' in alert) return [alert.number];
  return alert.kind === 'contest' && alert.joined ? [alert.joined] : [];
}
