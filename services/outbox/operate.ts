import type { Alert, Recipient } from '../domain/alert.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';
import { ended } from './attempts.ts';
import { AlertChangedError, replaceAlert, untoldAlerts, waitingAlerts } from './outboxDocuments.ts';
import { hasFailed } from './untold.ts';

/** All alerts that an operator can do something about: those that wait for somebody, and those that reached nobody. */
export async function openAlerts(store: DocumentStore): Promise<readonly StoredDocument<Alert>[]> {
  const [waiting, untold] = await Promise.all([waitingAlerts(store), untoldAlerts(store)]);
  const known = new Set(waiting.map(({ pk, id }) => `${pk} ${id}`));
  return [...waiting, ...untold.filter(({ pk, id }) => !known.has(`${pk} ${id}`))];
}

/** The alert as the dispatcher sends it next, to everybody whom it has not reached, whatever is being waited for. */
export function sentAgain({ untoldAt: _lost, ...alert }: Alert, at: string): Alert {
  const recipients = alert.recipients.map((recipient): Recipient => {
    const { trouble: _past, plain: _card, ...fresh } = recipient;
    if (hasFailed(recipient)) return { ...fresh, result: 'waiting' };
    return recipient.result === 'waiting' ? fresh : recipient;
  });
  return { ...alert, recipients, nextAttemptAt: at, sendNow: true };
}

/** The alert after somebody has told those whom it has not reached, or has decided that nobody needs it any more. */
export function settledByHand(
  { untoldAt: _lost, nextAttemptAt: _due, sendNow: _asked, ...alert }: Alert,
  settled: NonNullable<Alert['settled']>,
): Alert {
  const recipients = alert.recipients.map((recipient) =>
    recipient.result === 'waiting' || hasFailed(recipient) ? ended(recipient, 'settled') : recipient,
  );
  return { ...alert, recipients, settled };
}

/** Changes an alert beside the dispatcher: where that was faster, the alert is read once more. False: it has left. */
export async function changeAlert(
  store: DocumentStore,
  { pk, id }: Pick<StoredDocument<Alert>, 'pk' | 'id'>,
  changed: (alert: Alert) => Alert,
): Promise<boolean> {
  for (let times = 0; ; times += 1) {
    const document = await store.read<Alert>(pk, id);
    if (!document || (!document.body.nextAttemptAt && !document.body.untoldAt)) return false;
    try {
      await replaceAlert(store, document, changed(document.body));
      return true;
    } catch (error) {
      if (!(error instanceof AlertChangedError) || times >= mostRaces) throw error;
    }
  }
}

const mostRaces = 5;
