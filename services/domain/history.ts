import type { ActorKind } from './actors.ts';
import type { FieldName } from './answers.ts';
import type { ClaimStatus, InformationReason, RejectionReason } from './claim.ts';
import type { Line } from './line.ts';
import type { Person } from './person.ts';

/** One field of a claim that was edited, from what to what. */
export interface FieldChange {
  readonly field: FieldName;
  readonly from: string;
  readonly to: string;
}

/**
 * What an edit has changed (R96). Lines that stay are not listed; a product with a new subscription is one line added
 * and one removed.
 */
export interface Changes {
  readonly changes: readonly FieldChange[];
  readonly added: readonly Line[];
  readonly removed: readonly Line[];
}

/** One entry of a claim's history (R96): what happened, who did it, when. Past tense; append-only. */
export interface HistoryEntry {
  readonly number: string;
  /** 1, 2, 3 … within the claim. */
  readonly seq: number;
  readonly at: string;
  readonly actor: Person;
  readonly side: ActorKind;
  readonly status: ClaimStatus;
  readonly event: HistoryEvent;
}

export type HistoryEvent =
  /** `from`: the claim it was filled in from (D14). */
  | { readonly kind: 'DraftCreated'; readonly from?: string }
  /** D13: a colleague took it over. */
  | { readonly kind: 'DraftTakenOver' }
  | {
      readonly kind: 'ClaimSubmitted';
      readonly proofs: readonly string[];
      readonly comment?: string;
      /** Where a colleague of the submitter wrote the comment. */
      readonly commentBy?: Person;
    }
  | { readonly kind: 'ReviewStarted' }
  /** R98; `from`: who was reviewing it before. */
  | { readonly kind: 'ReviewTakenOver'; readonly from: Person }
  | {
      readonly kind: 'InformationRequested';
      readonly reasons: readonly InformationReason[];
      readonly comment: string;
    }
  /** `answerBy`: D7. */
  | { readonly kind: 'Commented'; readonly text: string; readonly answerBy?: string }
  | { readonly kind: 'ProofAdded'; readonly name: string }
  /** R89: from what to what. */
  | ({ readonly kind: 'ClaimEdited' } & Changes)
  | { readonly kind: 'ClaimResubmitted'; readonly answer?: string }
  /** R52; names nobody (R53). */
  | { readonly kind: 'ArbitrationAnnounced' }
  /** R45; the line stays. */
  | { readonly kind: 'SubscriptionEnded'; readonly subscriptionId: string }
  | { readonly kind: 'ClaimApproved'; readonly comment?: string }
  | { readonly kind: 'ClaimRejected'; readonly reason: RejectionReason; readonly comment: string };
