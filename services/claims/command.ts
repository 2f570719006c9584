import type { Alert } from '../alerts/alert.ts';
import type { Calendar } from '../clock/calendar.ts';
import type { Actor } from '../directory/directory.ts';
import type {
  Claim,
  ClaimDetails,
  FiledClaim,
  InformationReason,
  ProofFile,
  RejectionReason,
} from './claim.ts';
import type { HistoryEntry } from './history.ts';
import type { Slot } from './slot.ts';

/** What can be done to a claim. Commands are imperative and carry everything that was said with them. */
export type Command =
  | { readonly name: 'submit'; readonly details: ClaimDetails; readonly comment?: string }
  | { readonly name: 'startReview' }
  | {
      readonly name: 'requestInformation';
      readonly reasons: readonly InformationReason[];
      readonly comment: string;
    }
  | { readonly name: 'resubmit'; readonly answer?: string }
  | { readonly name: 'approve'; readonly confirmed: boolean }
  | { readonly name: 'reject'; readonly reason: RejectionReason; readonly comment: string }
  | { readonly name: 'comment'; readonly text: string }
  | { readonly name: 'addProof'; readonly proof: ProofFile };

/** What a decision is made from. `slots` and `rivals` are those of the claim's lines. */
export interface State {
  readonly claim: Claim;
  readonly slots: readonly Slot[];
  /** Other partners' claims on the same slots. */
  readonly rivals: readonly FiledClaim[];
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
  readonly history: readonly HistoryEntry[];
  /** Only the slots that change. */
  readonly slots: readonly Slot[];
  /** Absent when nobody is told and no card goes out of date. */
  readonly alert?: Alert;
}
