import { assertNever } from './assertNever.ts';
import type { AlertKind, EventOf } from './audience.ts';

/** What an alert about a claim tells (R99). */
export type AlertEvent = EventOf<'claim'>;

/**
 * Somebody to tell: a person in their own chat, the reviewers in their channel; or a claim, on which the system
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
  /** `expired`: its time has passed before it could be sent. */
  readonly result: 'waiting' | 'sent' | 'unreachable' | 'givenUp' | 'expired';
  /** Not before this instant: the reader's own morning (R79). */
  readonly from?: string;
  /** Not from this instant on: something newer takes its place, or nothing can be done any more (R79). */
  readonly until?: string;
}

/** Somebody whom a row of R99 names, as they wait for it; nobody where it says no. */
export function waitingFor(
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

/** What tells one recipient from another within an alert, and finds the same one in the next. */
export function keyOf({ to }: Recipient): string {
  if (to.kind === 'reviewers') return 'reviewers';
  return to.kind === 'person' ? to.personId : to.number;
}

interface Common {
  readonly kind: AlertKind;
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
  /** When it was last asked who is to read it at the partner (R99); absent before the first attempt. */
  readonly readersAsOf?: string;
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

/** What a draft's alert tells (D13). */
export type DraftEvent = EventOf<'draft'>;

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
