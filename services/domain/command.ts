import type { Calendar } from '../calendar/calendar.ts';
import type { Actor } from './actor.ts';
import type { Alert } from './alert.ts';
import type {
  Claim,
  ClaimDetails,
  EditableDetails,
  InformationReason,
  ProofFile,
  ReviewerRejectionReason,
  SubmittedClaim,
} from './claim.ts';
import type { HistoryEntry } from './history.ts';
import type { Slot } from './slot.ts';

/** All commands on a claim, also those that only the system issues. `moves.ts` says who may issue each, and when. */
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
  'announceSubscriptionEnd',
  'remind',
  'expire',
] as const;
export type CommandName = (typeof commandNames)[number];

/** A command on a claim, with all the data that belongs to it. Names are imperative. */
export type Command =
  | { readonly name: 'submit'; readonly details: ClaimDetails; readonly comment?: string }
  | { readonly name: 'startReview' }
  /** R98: by a reviewer other than the one who is reviewing the claim. */
  | { readonly name: 'takeOverReview' }
  | {
      readonly name: 'requestInformation';
      readonly reasons: readonly InformationReason[];
      readonly comment: string;
    }
  | { readonly name: 'resubmit'; readonly answer?: string }
  /** D15. With the number of competing claims that were waiting when the reviewer was asked to confirm. */
  | {
      readonly name: 'approve';
      readonly confirmed: boolean;
      readonly competing?: number;
      readonly comment?: string;
    }
  | { readonly name: 'reject'; readonly reason: ReviewerRejectionReason; readonly comment: string }
  /** With whether the form showed a date to answer by (D7). */
  | { readonly name: 'comment'; readonly text: string; readonly withDeadline?: boolean }
  | { readonly name: 'addProof'; readonly proof: ProofFile }
  /** R89: the new values of the edited parts. Fixed fields are not in the type. */
  | { readonly name: 'edit'; readonly changes: Partial<EditableDetails> }
  /** R52: issued by the system, on the claim that was submitted before the competing one. */
  | { readonly name: 'announceArbitration' }
  /** R45: issued by the system, on a claim whose subscription has ended according to an import. */
  | { readonly name: 'announceSubscriptionEnd'; readonly subscriptionId: string }
  /** R79, R73: issued by the system, as of the instant at which the timer was due. */
  | { readonly name: 'remind'; readonly due: string }
  | { readonly name: 'expire'; readonly due: string };

/** What a decision is made from. */
export interface State {
  readonly claim: Claim;
  /** The slots of the claim's lines, where the command needs them. */
  readonly slots: readonly Slot[];
  /** Other partners' claims on the same slots, where the command needs them. */
  readonly competing: readonly SubmittedClaim[];
  /** The company's own claims on the same slots, where the command needs them. */
  readonly own?: readonly SubmittedClaim[];
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
  readonly claim: SubmittedClaim;
  /** Other claims that the decision changes too. */
  readonly others: readonly SubmittedClaim[];
  readonly history: readonly HistoryEntry[];
  /** Only the slots that change. */
  readonly slots: readonly Slot[];
  /** The claim's own alert, unless there is nobody to notify and no card to update; and one for each contested slot. */
  readonly alerts: readonly Alert[];
}
