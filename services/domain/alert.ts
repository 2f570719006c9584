import { assertNever } from './assertNever.ts';
import type { AlertKind, EventOf } from './audience.ts';

/** The event that an alert about a claim reports (R99). */
export type AlertEvent = EventOf<'claim'>;

/**
 * Where an alert goes: to a person in their own chat, to the reviewers in their channel, or to a claim. For a claim,
 * the system issues a separate command on it, and that command notifies the claim's partner.
 */
export type Addressee =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'reviewers' }
  | { readonly kind: 'claim'; readonly number: string };

export interface Recipient {
  readonly to: Addressee;
  /** True: a new message. False: the newest card of the claim in that chat is brought up to date. */
  readonly notify: boolean;
  /**
   * `unreachable`, `givenUp`: this person could not be told, at once or for hours. `refused`: Teams takes no message
   * about it. `expired`: its time had passed before it could be sent. `settled`: an operator has told them.
   */
  readonly result: 'waiting' | 'sent' | 'unreachable' | 'givenUp' | 'refused' | 'expired' | 'settled';
  /** Not sent before this instant, which is the reader's own morning (R79). */
  readonly from?: string;
  /** Not sent from this instant on, because something newer replaces it or nothing can be done any more (R79). */
  readonly until?: string;
  /** Teams refuses the card for good: it is sent as a short plain sentence. */
  readonly plain?: true;
  /** Why it has not been sent yet; absent before the first failure. */
  readonly trouble?: Trouble;
}

/** What has failed so far for one recipient. */
export interface Trouble {
  /** The first failed attempt; ISO, as is `again`. */
  readonly since: string;
  /** Failed attempts. Waiting for something of our own (a credential, an address, a store) is none. */
  readonly attempts: number;
  /** How many of them may have been delivered all the same. */
  readonly unsure?: number;
  /** How often Teams said that there is no such chat; once is no proof. */
  readonly missing?: number;
  /** The reviewers' channel was gone, or not known yet. */
  readonly away?: true;
  /** The latest reason, in a word or a code; no names, no texts. */
  readonly why: string;
  /** Not tried before this instant. */
  readonly again: string;
}

/** The recipient that a row of R99 names, still waiting for the alert; none where the row says `no`. */
export function recipientFor(
  to: Addressee,
  way: 'tell' | 'begin' | 'reply' | 'refresh' | 'command' | 'no',
): Recipient[] {
  switch (way) {
    case 'tell':
    case 'begin':
    case 'reply':
      return [{ to, notify: true, result: 'waiting' }];
    case 'refresh':
    case 'command':
      return [{ to, notify: false, result: 'waiting' }];
    case 'no':
      return [];
    default:
      return assertNever(way);
  }
}

/** The key that identifies a recipient within an alert, and finds the same recipient in the next one. */
export function recipientKey({ to }: Recipient): string {
  if (to.kind === 'reviewers') return 'reviewers';
  return to.kind === 'person' ? to.personId : to.number;
}

interface Common {
  readonly kind: AlertKind;
  /** What it is about: a claim's number, or a slot with its customer. Alerts with the same topic are sent in order. */
  readonly topic: string;
  /** The version of the claim or slot that the command made. */
  readonly version: number;
  readonly at: string;
  /** Who acted; this person gets no alert about their own action. */
  readonly actorId: string;
  readonly recipients: readonly Recipient[];
  /** What the log calls the activity that it follows from; absent in alerts of earlier versions. */
  readonly correlation?: string;
  /** How often it was tried, for anybody. */
  readonly attempts: number;
  /** ISO instant; absent once no recipient waits. */
  readonly nextAttemptAt?: string;
  /** Since when (ISO) it is known that nobody could be told who must be (D21): it waits for an operator. */
  readonly untoldAt?: string;
  /** An operator asks for it to be sent now, whatever is being waited for. */
  readonly sendNow?: true;
  /** An operator has settled it by hand. */
  readonly settled?: { readonly by: string; readonly why: string; readonly at: string };
  /** When the readers at the partner were last determined (R99); absent before the first attempt. */
  readonly readersAsOf?: string;
}

/** What a command on a claim means for the people who follow it. */
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
  /** The claim that has just joined the contest. */
  readonly joined?: string;
  /** The slot's subscription has ended (R45): this is the news for the claims on it. */
  readonly ended?: true;
}

/** The event that an alert about a draft reports (D13). */
export type DraftEvent = EventOf<'draft'>;

/** An alert about a draft that nobody changes. `version` is the draft's version at that moment. */
export interface DraftAlert extends Common {
  readonly kind: 'draft';
  readonly number: string;
  readonly partnerId: string;
  readonly event: DraftEvent;
}

/** R79: due and overdue claims, for the reviewers' channel. The content is gathered when the digest is sent. */
export interface DigestAlert extends Common {
  readonly kind: 'digest';
}

/** The topic of all digests, so that they are sent in order. */
export const digestTopic = 'digest';

/** A line of the outbox: written with its command in one batch, sent by the dispatcher. */
export type Alert = ClaimAlert | ContestAlert | DraftAlert | DigestAlert;

/** The topic of a slot's alerts. */
export const contestTopic = (customerTenantId: string, slot: string): string => `${customerTenantId}/${slot}`;

/** The ID of an alert document: one for each topic and version. */
export const alertId = (topic: string, version: number): string =>
  `alert:${topic}:${String(version).padStart(6, '0')}`;
