// Above 200 lines: all that a claim can be, in any status, is read together.

import type { PersonKind } from './actors.ts';
import type { Answers } from './answers.ts';
import type { DraftClock, TakeOver } from './draft.ts';
import type { Line } from './line.ts';
import type { Person } from './person.ts';

/** The six statuses a claim can have (R61). */
export const claimStatuses = [
  'Editing',
  'Submitted',
  'UnderReview',
  'PartnerActionRequired',
  'Approved',
  'Rejected',
] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

export const solutionAreas = ['BusinessApplications', 'Microsoft365'] as const;
export type SolutionArea = (typeof solutionAreas)[number];

export const activities = ['Presales', 'Usage', 'RevenueAssociation'] as const;
export type Activity = (typeof activities)[number];

/** What a reviewer can ask for (R80); the same five points are the partner's checklist before submit (R59). */
export const informationReasons = [
  'AllProofMissing',
  'CustomerAcknowledgmentMissing',
  'DatesMissingOrOld',
  'PartnerServiceMissing',
  'ProductsMissing',
] as const;
export type InformationReason = (typeof informationReasons)[number];

/** Why a reviewer rejects (R82: the four a reviewer can choose). */
export const reviewerRejectionReasons = [
  'InsufficientProof',
  'CustomerConsentMissing',
  'ProductsMissing',
  'ProofUnavailable',
] as const;
/** R82: the reasons for which the system itself rejects a claim. */
export const ownRejectionReasons = ['NoPartnerResponse'] as const;
export type ReviewerRejectionReason = (typeof reviewerRejectionReasons)[number];
export type RejectionReason = ReviewerRejectionReason | (typeof ownRejectionReasons)[number];

export interface CustomerContact {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  /** Language for the e-mail (R13). */
  readonly language: 'en' | 'es' | 'sv' | 'pt-BR';
}

/** Everything a partner states in a claim, checked and in canonical form. */
export interface ClaimDetails {
  readonly mpnId: string;
  readonly customerDomain: string;
  /** GUID, lower case; also the partition of a submitted claim. */
  readonly customerTenantId: string;
  readonly solutionArea: SolutionArea;
  readonly activities: readonly Activity[];
  readonly claimName: string;
  /** One to twenty (R17). */
  readonly lines: readonly Line[];
  readonly customerContact: CustomerContact;
  /** Business Applications only (R14). */
  readonly technicalContact?: { readonly name: string; readonly title: string; readonly email: string };
  readonly partnerContact: { readonly name: string; readonly email: string };
  /** Revenue association only (R19). */
  readonly revenueAssociation?: {
    readonly solutionSellerName: string;
    readonly customerName: string;
    readonly isvSolutionName: string;
  };
}

/** The parts of a submitted claim that can be edited (R89); everything else is fixed. */
export type EditableDetails = Pick<
  ClaimDetails,
  'mpnId' | 'lines' | 'customerContact' | 'technicalContact' | 'partnerContact'
>;

/** One file of proof of execution. */
export interface ProofFile {
  /** Its ID in the FileStore. */
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedAt: string;
  readonly addedBy: Person;
}

/** A person's comment on a claim, or a notice from the system in general words. */
export type Comment = PersonComment | SystemNotice;

export interface PersonComment {
  readonly at: string;
  readonly by: Person;
  readonly side: PersonKind;
  readonly text: string;
  /**
   * D7: a reviewer has asked the holder of a contested slot. It stays Approved: there is a date to answer by, but no
   * clock.
   */
  readonly answerBy?: string;
}

/**
 * A notice that the decision may take longer (R52) or that a subscription has ended (R45). Its text comes from the
 * catalogue and names nobody (R53).
 */
export type SystemNotice = { readonly at: string; readonly side: 'system' } & (
  | { readonly notice: 'arbitration' }
  | { readonly notice: 'subscriptionEnded'; readonly subscriptionId: string }
);

/** The reviewers' clock of one submission (D3): it is stopped while it is the partner's turn. */
export interface ReviewClock {
  /** Business days in total. */
  readonly budget: number;
  /** Business days used in earlier turns. */
  readonly used: number;
  /** When it last became the reviewers' turn: ISO instant. */
  readonly since: string;
}

/** The fields that every claim has, including a draft. */
export interface CommonFields {
  /** `C-7F3K-9Q2M`: random, readable, never a counter. */
  readonly number: string;
  /** Grows by one with every command; a card made from an older version is stale. */
  readonly version: number;
  readonly partnerId: string;
  readonly filedBy: Person;
  readonly proofs: readonly ProofFile[];
  /** ISO instants, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A draft: the answers as they were typed, valid or not, so that nothing typed is lost. */
export interface Draft extends CommonFields, Partial<DraftClock> {
  readonly status: 'Editing';
  readonly answers: Answers;
  /** What was chosen for the other solution area. It is no answer until that area is chosen again (R24). */
  readonly aside?: Pick<Answers, 'lines' | 'arbitration'>;
  /** The claim it was filled in from (D14). */
  readonly from?: string;
  /** Who wrote the comment in the draft; a colleague of theirs may submit it. */
  readonly commentBy?: Person;
  /** People other than the filer who have saved something in it or taken it over; they follow the claim (R99). */
  readonly workedOnBy?: readonly Person[];
  /** Who is filling it in now, if it is not the person who filed it (D13). */
  readonly ownedBy?: Person;
  /** Oldest first. */
  readonly takenOver?: readonly TakeOver[];
  /** The customer's tenant ID while submitting is under way, or was interrupted. */
  readonly submittingTo?: string;
}

/** What every submitted claim has, whatever its status. */
export interface SubmittedFields extends CommonFields {
  readonly details: ClaimDetails;
  readonly submittedAt: string;
  /** The newest twenty, oldest first; the history has all of them. */
  readonly comments: readonly Comment[];
  /** Everyone at the partner who acted on the claim, the filer first: they get its alerts (R99). */
  readonly followers: readonly Person[];
  /** Reviewers who acted on the claim: the cards in their own chats are kept up to date. */
  readonly reviewers: readonly Person[];
  /** Sequence number of the newest history entry. */
  readonly historySeq: number;
  /** The version at which the claim reached its status; an answer refers to it. */
  readonly statusVersion: number;
  /** The version of the last edit of the details (R88), if there was one; the next edit refers to it. */
  readonly editedVersion?: number;
  /** The reviewers' clock of this submission (R74, D3). */
  readonly clock: ReviewClock;
  /** Whose turn it is, and until when. Every command recalculates it, for lists. */
  readonly turn?: 'reviewers' | 'partner' | 'nobody';
  readonly deadline?: string;
  /** Copied from the details, for lists. */
  readonly customerDomain?: string;
  /** When the claim's next timer runs (`timers.ts`); absent when there is none. Recalculated by commands. */
  readonly dueAt?: string;
  /** When the partner was notified that the claim goes to arbitration (R52); this happens once for each claim. */
  readonly arbitrationAnnouncedAt?: string;
  /** Subscriptions of its lines that have ended (R45): the claim never takes their slots again. */
  readonly endedSubscriptions?: readonly string[];
}

export interface AwaitingReviewClaim extends SubmittedFields {
  readonly status: 'Submitted';
  /** True when it came back from Partner action required. */
  readonly resubmitted: boolean;
  /** The deadline for starting its review (R71, D3). */
  readonly beginBy: string;
}

export interface UnderReviewClaim extends SubmittedFields {
  readonly status: 'UnderReview';
  /** Who is reviewing it now. */
  readonly reviewer: Person;
  readonly reviewStartedAt: string;
  /** Who started the review, if somebody else has taken it over (R98). */
  readonly startedBy?: Person;
  /** The deadline for deciding it (R72, D3), or for answering the dispute (R77, D4). */
  readonly decideBy: string;
}

export interface InformationRequest {
  readonly reasons: readonly InformationReason[];
  readonly comment: string;
  readonly by: Person;
  readonly at: string;
}

export interface PartnerActionRequiredClaim extends SubmittedFields {
  readonly status: 'PartnerActionRequired';
  readonly reviewer: Person;
  readonly request: InformationRequest;
  /** End of the last day to answer (R73): the instant at which it has passed. */
  readonly answerBy: string;
  /** The partner has commented, added PoE or edited the claim since the request, so a resubmission needs no answer with it (D3). */
  readonly answered: boolean;
}

export interface ApprovedClaim extends SubmittedFields {
  readonly status: 'Approved';
  readonly approvedBy: Person;
  readonly approvedAt: string;
  /** End of the customer's time to decline (R75); absent until the mail server has accepted the message (D1). */
  readonly declineUntil?: string;
}

export interface RejectedClaim extends SubmittedFields {
  readonly status: 'Rejected';
  readonly rejectedBy: Person;
  readonly rejectedAt: string;
  readonly reason: RejectionReason;
  readonly comment: string;
  /** End of the thirtieth day (R76): until then both sides can still comment (R84). */
  readonly disputeUntil: string;
}

export type SubmittedClaim =
  | AwaitingReviewClaim
  | UnderReviewClaim
  | PartnerActionRequiredClaim
  | ApprovedClaim
  | RejectedClaim;

export type Claim = Draft | SubmittedClaim;

/** The fields that belong to one status only. */
export type StatusFields = FieldsOf<SubmittedClaim>;
type FieldsOf<C extends SubmittedClaim> = C extends SubmittedClaim ? Omit<C, keyof SubmittedFields> : never;
