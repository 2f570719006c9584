import type { Alert, Recipient } from '../../services/domain/alert.ts';
import type { Delivery } from '../../services/outbox/delivery.ts';

/** What happens to a message: a delivery, or an error that is thrown. */
type Fate = Delivery | Error;

/** Stands in for Teams: writes down what it was given to send, and answers as the test says (`sent` unless told otherwise). */
export function fakeDeliver() {
  /** Each attempt as `<event> v<version> → <person or reviewers>`, with ` (refresh)` when nobody is notified. */
  const attempts: string[] = [];
  let fateOf: (alert: Alert, recipient: Recipient) => Fate | Promise<Fate> = () => ({ kind: 'sent' });

  const listed: string[] = [];

  return {
    attempts,

    /** Where the reviewers' channel is. */
    channel: '19:channel' as string | undefined,

    /** The lists that were put into the reviewers' channel, by their topics. */
    listed,
    async deliverTogether(alerts: readonly Alert[]): Promise<Delivery> {
      const [first] = alerts;
      const fate = first
        ? await fateOf(first, { to: { kind: 'reviewers' }, notify: true, result: 'waiting' })
        : undefined;
      if (!fate || fate instanceof Error) return { kind: 'unsure' };
      if (fate.kind === 'sent') listed.push(alerts.map(({ topic }) => topic).join(' '));
      return fate;
    },

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
