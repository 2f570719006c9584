import type { Calendar } from '../calendar/calendar.ts';
import type { Actor } from './actor.ts';
import type { Alert } from './alert.ts';
import type {
  Claim,
  ClaimDetails,
  EditableDetails,
  FiledClaim,
  InformationReason,
  ProofFile,
  ReviewerRejectionReason,
} from './claim.ts';
import type { HistoryEntry } from './history.ts';
import type { Slot } from './slot.ts';

/** The commands a person can issue on a claim; `decide` knows who may issue which, and in which status. */
export const commandNames = [
  'submit',
  'startReview',
  'takeOverReview',
  'requestInformation',
  'approve',
  'reject',
  'comment',
  'addProof',
  'edit',
  'resubmit',
  'announceArbitration',
  'announceEnd',
  'remind',
  'expire',
] as const;
export type CommandName = (typeof commandNames)[number];

/** What can be done to a claim. Commands are imperative and carry everything that was said with them. */
export type Command =
  | { readonly name: 'submit'; readonly details: ClaimDetails; readonly comment?: string }
  | { readonly name: 'startReview' }
  /** R98: by another reviewer than the one who is at it. */
  | { readonly name: 'takeOverReview' }
  | {
      readonly name: 'requestInformation';
      readonly reasons: readonly InformationReason[];
      readonly comment: string;
    }
  | { readonly name: 'resubmit'; readonly answer?: string }
  /** `rivals`: how many were waiting when the reviewer was asked to confirm. */
  | { readonly name: 'approve'; readonly confirmed: boolean; readonly rivals?: number }
  | { readonly name: 'reject'; readonly reason: ReviewerRejectionReason; readonly comment: string }
  /** `dated`: whether the form said that a date to answer by stands below it (D7). */
  | { readonly name: 'comment'; readonly text: string; readonly dated?: boolean }
  | { readonly name: 'addProof'; readonly proof: ProofFile }
  /** R89: the parts that are to be as said here; a fixed field cannot even be named. */
  | { readonly name: 'edit'; readonly changes: Partial<EditableDetails> }
  /** R52: by the system itself, for the claim that was there before its rival. */
  | { readonly name: 'announceArbitration' }
  /** R45: by the system itself, for a claim whose subscription an import said has ended. */
  | { readonly name: 'announceEnd'; readonly subscriptionId: string }
  /** R79, R73: by the system itself, as of the instant at which the timer was due. */
  | { readonly name: 'remind'; readonly due: string }
  | { readonly name: 'expire'; readonly due: string };

/** What a decision is made from. */
export interface State {
  readonly claim: Claim;
  /** Those of the claim's lines, where the command needs them. */
  readonly slots: readonly Slot[];
  /** Other partners' claims on the same slots, where the command needs them. */
  readonly rivals: readonly FiledClaim[];
  /** The company's own claims on the same slots, where the command needs them. */
  readonly own?: readonly FiledClaim[];
  /** Time zones of the people who follow the claim, by person ID, where they are known and needed. */
  readonly zones?: Readonly<Record<string, string>>;
}

/** Time and actor come in with the command: `decide` has no clock, no I/O, no randomness. */
export interface Context {
  readonly at: string;
  readonly actor: Actor;
  readonly calendar: Calendar;
}

/** What to save, in one batch. */
export interface Decision {
  readonly claim: FiledClaim;
  /** Other claims that the decision has changed, if it concerns more than the one it was made on. */
  readonly others: readonly FiledClaim[];
  readonly history: readonly HistoryEntry[];
  /** Only the slots that change. */
  readonly slots: readonly Slot[];
  /** The claim's own, unless nobody is told and no card goes out of date; and one for each contested slot. */
  readonly alerts: readonly Alert[];
}
