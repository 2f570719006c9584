/** What an alert tells (R99). `changed` only brings cards up to date: nobody is notified. */
export type AlertEvent =
  | 'newClaim'
  | 'resubmitted'
  | 'partnerComment'
  | 'reviewerComment'
  | 'actionRequired'
  | 'approved'
  | 'rejected'
  | 'changed';

/** Somebody to tell: a person in their own chat, or the reviewers in their channel. */
export type Addressee =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'reviewers' };

export interface Recipient {
  readonly to: Addressee;
  /** True: a new message. False: the newest card of the claim in that chat is brought up to date. */
  readonly notify: boolean;
  readonly result: 'waiting' | 'sent' | 'unreachable' | 'givenUp';
}

/** The alert of one command: written with it in one batch, sent by the dispatcher (an outbox). */
export interface Alert {
  /** The claim's number and the version that the command made: one alert for each command. */
  readonly number: string;
  readonly version: number;
  readonly partnerId: string;
  readonly event: AlertEvent;
  readonly at: string;
  /** Who acted: never alerted of their own press. */
  readonly actorId: string;
  readonly recipients: readonly Recipient[];
  readonly attempts: number;
  /** ISO instant; absent once nobody waits any more. */
  readonly nextAttemptAt?: string;
}

/** The ID of an alert document: one for each claim and version. */
export const alertId = (number: string, version: number): string =>
  `alert:${number}:${String(version).padStart(6, '0')}`;
