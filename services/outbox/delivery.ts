/**
 * What became of one message.
 * - `unreachable`: this person cannot be reached any more.
 * - `later`: it was not delivered; the service asked to wait (`afterMs`, milliseconds), or could not be reached.
 * - `unsure`: it may have been delivered all the same (time-out, 408, 5xx); `afterMs` as above.
 * - `missing`: Teams knows no such chat; once is no proof.
 * - `refused`: Teams will never take this message (400, 413).
 * - `away`: the reviewers' channel is gone or not known yet. It waits until it works again.
 * - `ours`: the bot's own credential, an address that is not Teams', a store. No attempt: it waits (D21). `everything`:
 *   nothing at all can be sent.
 */
export type Delivery = Sent | Unreachable | FailedDelivery;

interface Common {
  /** A code, no names, no texts. */
  readonly why?: string;
  /** Teams was not asked: this says nothing about the way there. */
  readonly silent?: true;
}

interface Sent extends Common {
  readonly kind: 'sent';
}

interface Unreachable extends Common {
  readonly kind: 'unreachable';
}

/** A delivery that has failed for now. */
export type FailedDelivery = Postponed | Doubtful | Missing | Refused | Kept;

interface Postponed extends Common {
  readonly kind: 'later';
  readonly afterMs?: number;
}

interface Doubtful extends Common {
  readonly kind: 'unsure';
  readonly afterMs?: number;
}

interface Missing extends Common {
  readonly kind: 'missing';
}

interface Refused extends Common {
  readonly kind: 'refused';
}

interface Kept extends Common {
  readonly kind: 'away' | 'ours';
  readonly everything?: true;
}

/** A failure that counts as an attempt. */
export type CountedDelivery = Postponed | Doubtful | Missing;
