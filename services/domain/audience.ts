// Above 200 lines: R99 is read as one table.

import type { ClaimStatus } from './claim.ts';

/**
 * How an event reaches somebody. `tell`: a separate message. `refresh`: the newest card is brought up to date in place.
 */
type Way = 'tell' | 'refresh' | 'no';

/**
 * The reviewers' channel. `begin`: the first card of the claim's thread opens with it. `reply`: a message in the
 * thread; where there is no thread yet, it starts one.
 */
type ChannelWay = 'begin' | 'reply' | 'refresh' | 'no';

/** Fields that any row may have. */
interface Row {
  /** The requirement that asks for this event, besides R99. The event cannot be sent until this mark is removed. */
  readonly notBuilt?: string;
}

/** Whom an event of a submitted claim concerns, and how. */
export interface ClaimAudience extends Row {
  /** The claim's followers. */
  readonly partner: Way;
  readonly channel: ChannelWay;
  /** The personal chats of reviewers who have acted on the claim. */
  readonly reviewers: 'refresh' | 'no';
  /**
   * The statuses that the event can bring; it is news only while the claim has one of them. `stays`: the status does
   * not change; cards are still updated, except where somebody may be typing. `mayMove`: cards are updated only if the
   * status has changed.
   */
  readonly status: readonly ClaimStatus[] | 'stays' | 'mayMove';
  /** It warns of a deadline, and is news only while that clock is running (R79). */
  readonly whileClockRuns?: true;
}

interface DraftAudience extends Row {
  readonly partner: Way;
}

interface ContestAudience extends Row {
  readonly channel: ChannelWay;
  /** The slot's claims: the system issues a command on each of them, and the command notifies its partner. */
  readonly claims: 'command' | 'no';
}

interface DigestAudience extends Row {
  readonly channel: ChannelWay;
}

/**
 * R99 as one table: for each event, who is notified and whose card is refreshed. The section of the table says which
 * kind of card opens with the event. Alerts, summaries, replies in threads and missed events are derived from it. The
 * person who acted gets no alert about it.
 */
export const audiences = {
  claim: {
    newClaim: { partner: 'refresh', channel: 'begin', reviewers: 'refresh', status: ['Submitted'] },
    resubmitted: { partner: 'refresh', channel: 'reply', reviewers: 'refresh', status: ['Submitted'] },
    actionRequired: {
      partner: 'tell',
      channel: 'refresh',
      reviewers: 'refresh',
      status: ['PartnerActionRequired'],
    },
    approved: { partner: 'tell', channel: 'refresh', reviewers: 'refresh', status: ['Approved'] },
    rejected: { partner: 'tell', channel: 'refresh', reviewers: 'refresh', status: ['Rejected'] },
    partnerComment: { partner: 'no', channel: 'reply', reviewers: 'no', status: 'stays' },
    reviewerComment: { partner: 'tell', channel: 'no', reviewers: 'no', status: 'stays' },
    // R45.
    subscriptionEnded: { partner: 'tell', channel: 'no', reviewers: 'no', status: 'stays' },
    deadlineNear: { partner: 'tell', channel: 'no', reviewers: 'no', status: 'stays', whileClockRuns: true },
    // Starting a review changes the status; adding a file does not.
    changed: { partner: 'refresh', channel: 'refresh', reviewers: 'refresh', status: 'mayMove' },
    // R88: what is claimed has changed.
    edited: { partner: 'refresh', channel: 'refresh', reviewers: 'refresh', status: 'stays' },
    // R98.
    reviewTakenOver: { partner: 'refresh', channel: 'refresh', reviewers: 'refresh', status: 'stays' },
    // R52: the decision may take longer. Reviewers have the contest's own card.
    arbitration: { partner: 'refresh', channel: 'no', reviewers: 'no', status: 'stays' },

    disputeOpened: {
      partner: 'refresh',
      channel: 'reply',
      reviewers: 'refresh',
      status: ['UnderReview'],
      notBuilt: 'D4',
    },
    // Replaces `approved` or `rejected` when reviewers decide a dispute.
    disputeAnswered: {
      partner: 'tell',
      channel: 'refresh',
      reviewers: 'refresh',
      status: ['Approved', 'Rejected'],
      notBuilt: 'D4',
    },
    // Only where the claim keeps a line. A claim that has lost its last line is rejected, and only the rejection is
    // reported.
    contestDecided: {
      partner: 'tell',
      channel: 'refresh',
      reviewers: 'refresh',
      status: 'stays',
      notBuilt: 'D27',
    },
    // The partner reads that the claim is rejected.
    declined: {
      partner: 'tell',
      channel: 'reply',
      reviewers: 'refresh',
      status: ['Rejected'],
      notBuilt: 'R93',
    },
    withdrawn: {
      partner: 'tell',
      channel: 'reply',
      reviewers: 'refresh',
      status: ['Rejected'],
      notBuilt: 'R83',
    },
    windowClosed: { partner: 'tell', channel: 'no', reviewers: 'no', status: 'stays', notBuilt: 'R7' },
    subscriptionEnding: { partner: 'tell', channel: 'no', reviewers: 'no', status: 'stays', notBuilt: 'D24' },
    // To the holder, in general words (R53). Reviewers hear of the competing claim.
    slotContested: { partner: 'tell', channel: 'no', reviewers: 'no', status: 'stays', notBuilt: 'D27' },
    // D1: while the partner can correct the address; afterwards only the reviewers are notified that it did not arrive.
    mailReturned: { partner: 'tell', channel: 'reply', reviewers: 'no', status: 'stays', notBuilt: 'D1' },
    mailUndelivered: { partner: 'no', channel: 'reply', reviewers: 'no', status: 'stays', notBuilt: 'D1' },
    nudged: { partner: 'no', channel: 'reply', reviewers: 'no', status: 'stays', notBuilt: 'R99' },
    requestUnseen: { partner: 'no', channel: 'reply', reviewers: 'no', status: 'stays', notBuilt: 'D25' },
  },
  draft: {
    draftReminder: { partner: 'tell' },
    draftNotice: { partner: 'tell' },
    draftDeleted: { partner: 'refresh' },

    draftTakenOver: { partner: 'tell', notBuilt: 'D13' },
    draftDeletedByColleague: { partner: 'tell', notBuilt: 'D13' },
    draftClaimable: { partner: 'tell', notBuilt: 'R99' },
  },
  contest: {
    // R54. The partners of the earlier claims are notified in general words (R52).
    competingClaim: { channel: 'reply', claims: 'command' },
    contestChanged: { channel: 'refresh', claims: 'no' },
    // R45.
    slotEnded: { channel: 'refresh', claims: 'command' },
  },
  digest: {
    // R79.
    digest: { channel: 'begin' },
  },
} as const satisfies {
  readonly claim: Readonly<Record<string, ClaimAudience>>;
  readonly draft: Readonly<Record<string, DraftAudience>>;
  readonly contest: Readonly<Record<string, ContestAudience>>;
  readonly digest: Readonly<Record<string, DigestAudience>>;
};

type Audiences = typeof audiences;

/** What an alert is about; this also decides which kind of card opens with it. */
export type AlertKind = keyof Audiences;

/** The events of one kind of alert that can be sent today. */
export type EventOf<Kind extends AlertKind> = Built<Audiences[Kind]>;

/** The events of one kind of alert that notify somebody; a card opens with them. */
export type AnnouncedEventOf<Kind extends AlertKind> = Announced<Audiences[Kind]>;

type Built<T> = { [E in keyof T]: T[E] extends { notBuilt: string } ? never : E }[keyof T];
type Announced<T> = {
  [E in Built<T>]: T[E] extends { partner: 'tell' } | { channel: 'begin' | 'reply' } ? E : never;
}[Built<T>];

type ClaimEvent = EventOf<'claim'>;

/** The row of a claim's event. */
export const audienceOf = (event: ClaimEvent): ClaimAudience => audiences.claim[event];

/** Whether a claim's card opens with the event. */
export function opensCard(event: ClaimEvent): event is AnnouncedEventOf<'claim'> {
  const { partner, channel } = audienceOf(event);
  return partner === 'tell' || channel === 'begin' || channel === 'reply';
}

/** Whether a draft's card opens with the event. */
export const opensDraftCard = (event: EventOf<'draft'>): event is AnnouncedEventOf<'draft'> =>
  audiences.draft[event].partner === 'tell';

/** Whether the event leaves the claim's status as it was, so that a card on which somebody may be typing can stay. */
export const isUnmoved = (event: ClaimEvent): boolean => audienceOf(event).status === 'stays';

/** Whether the first card of the claim's thread opens with the event. */
export const opensThread = (event: ClaimEvent): boolean => audienceOf(event).channel === 'begin';

/** Whether the event has brought the claim into a status. */
export function brings(event: ClaimEvent, brought: ClaimStatus): boolean {
  const { status } = audienceOf(event);
  return typeof status !== 'string' && status.includes(brought);
}

const claimRows: Readonly<Record<string, ClaimAudience>> = audiences.claim;

/** Whether a text, for instance in a button's data, names an event with which a claim's card opens. */
export function namesAnnounced(name: string): name is AnnouncedEventOf<'claim'> {
  const row = claimRows[name];
  return (
    row !== undefined &&
    row.notBuilt === undefined &&
    (row.partner === 'tell' || (row.channel !== 'no' && row.channel !== 'refresh'))
  );
}

/** The claim events that notify the partner, in the order of the table. */
export const announcedToPartner: readonly AnnouncedEventOf<'claim'>[] = Object.keys(claimRows).filter(
  (name): name is AnnouncedEventOf<'claim'> =>
    claimRows[name]?.partner === 'tell' && claimRows[name].notBuilt === undefined,
);
