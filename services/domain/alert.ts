/**
 * What an alert about a claim tells (R99). Nobody is notified of `changed`, which brings cards up to date, nor of
 * `reviewTakenOver`, which does so without a move (R98), of
 * `arbitration`, which does so on the claimant's side where nothing can be half typed (R52), or of `edited`, which does
 * so for everybody likewise, and in the reviewers' channel in any case: they must see what is claimed now.
 */
export type AlertEvent =
  | 'newClaim'
  | 'resubmitted'
  | 'partnerComment'
  | 'reviewerComment'
  | 'actionRequired'
  | 'approved'
  | 'rejected'
  | 'subscriptionEnded'
  | 'deadlineNear'
  | 'changed'
  | 'arbitration'
  | 'edited'
  | 'reviewTakenOver';

/** The claim has changed, its status has not. */
const unmovedEvents = ['arbitration', 'edited', 'reviewTakenOver'] as const;

/** Whether the event leaves the claim's status as it was, so that a card on which somebody may be typing can stay. */
export const isUnmoved = (event: AlertEvent): boolean => unmovedEvents.some((unmoved) => unmoved === event);

/** Events that are no news: a card brought up to date does not open with them. */
export const silentEvents = ['changed', ...unmovedEvents] as const;

/** An event that a card opens with. */
export type ToldEvent = Exclude<AlertEvent, (typeof silentEvents)[number]>;

/** Whether a card opens with the event. */
export const isTold = (event: AlertEvent): event is ToldEvent =>
  !silentEvents.some((silent) => silent === event);

/**
 * Somebody to tell: a person in their own chat, the reviewers in their channel; or a claim, on which the programme
 * then acts by a command of its own, which tells its partner.
 */
export type Addressee =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'reviewers' }
  | { readonly kind: 'claim'; readonly number: string };

export interface Recipient {
  readonly to: Addressee;
  /** True: a new message. False: the newest card of the claim in that chat is brought up to date. */
  readonly notify: boolean;
  /** `over`: its time has passed before it could be sent. */
  readonly result: 'waiting' | 'sent' | 'unreachable' | 'givenUp' | 'over';
  /** Not before this instant: the reader's own morning (R79). */
  readonly from?: string;
  /** Not from this instant on: something newer takes its place, or nothing can be done any more (R79). */
  readonly until?: string;
}

interface Common {
  /** What it is about: a claim's number, or a slot with its customer. One alert follows the other. */
  readonly topic: string;
  /** The version of the claim or slot that the command made. */
  readonly version: number;
  readonly at: string;
  /** Who acted: never alerted of their own press. */
  readonly actorId: string;
  readonly recipients: readonly Recipient[];
  readonly attempts: number;
  /** ISO instant; absent once nobody waits any more. */
  readonly nextAttemptAt?: string;
}

/** What one command means for those who follow the claim. */
export interface ClaimAlert extends Common {
  readonly kind: 'claim';
  readonly number: string;
  readonly partnerId: string;
  readonly event: AlertEvent;
}

/** What one command means for a contested slot (R54): its card in the reviewers' channel is brought up to date. */
export interface ContestAlert extends Common {
  readonly kind: 'contest';
  readonly customerTenantId: string;
  readonly slot: string;
  /** The claim that has come to contend. */
  readonly newcomer?: string;
  /** The slot's subscription has ended (R45): that is what its claims are told. */
  readonly ended?: true;
}

/** What a draft's alert tells (D13). Nobody is notified of `draftDeleted`, which brings its newest card up to date. */
export type DraftEvent = 'draftReminder' | 'draftNotice' | 'draftDeleted';

/** What becomes of a draft that nobody changes; `version` is the draft's at that moment. */
export interface DraftAlert extends Common {
  readonly kind: 'draft';
  readonly number: string;
  readonly partnerId: string;
  readonly event: DraftEvent;
}

/** R79: what is due and overdue, to the reviewers' channel; made up when it is sent. */
export interface DigestAlert extends Common {
  readonly kind: 'digest';
}

/** What digests are about: one follows the other. */
export const digestTopic = 'digest';

/** A line of the outbox: written with its command in one batch, sent by the dispatcher. */
export type Alert = ClaimAlert | ContestAlert | DraftAlert | DigestAlert;

/** What a slot's alerts are about. */
export const contestTopic = (customerTenantId: string, slot: string): string => `${customerTenantId}/${slot}`;

/** The ID of an alert document: one for each topic and version. */
export const alertId = (topic: string, version: number): string =>
  `alert:${topic}:${String(version).padStart(6, '0')}`;
