import type { Alert, Recipient } from '../../services/domain/alert.ts';
import type { Delivery } from '../../services/outbox/dispatcher.ts';

/** What happens to a message: a delivery, or an error that is thrown. */
type Fate = Delivery | Error;

/** Stands in for Teams: writes down what it was given to send, and answers as the test says (`sent` unless told otherwise). */
export function fakeDeliver() {
  /** Each attempt as `<event> v<version> → <person or reviewers>`, with ` (refresh)` when nobody is notified. */
  const attempts: string[] = [];
  let fateOf: (alert: Alert, recipient: Recipient) => Fate | Promise<Fate> = () => ({ kind: 'sent' });

  return {
    attempts,

    async deliver(alert: Alert, recipient: Recipient): Promise<Delivery> {
      const { to: addressee } = recipient;
      const to = addressee.kind === 'person' ? addressee.personId : addressee.kind;
      const what = alert.kind === 'claim' ? alert.event : alert.kind;
      attempts.push(`${what} v${alert.version} → ${to}${recipient.notify ? '' : ' (refresh)'}`);
      const fate = await fateOf(alert, recipient);
      if (fate instanceof Error) throw fate;
      return fate;
    },

    /** From now on every message gets this result. */
    answer(fate: typeof fateOf | Fate): void {
      fateOf = typeof fate === 'function' ? fate : () => fate;
    },

    /** What was attempted since the last time. */
    take: (): string[] => attempts.splice(0),
  };
}
