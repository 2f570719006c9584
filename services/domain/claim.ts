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
/** R82: what happened by itself gives its own reason. */
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

/** What of a submitted claim can be edited (R89); all else is fixed. */
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

/** What somebody said about a claim, or the system itself in general words. */
export type Comment = SaidComment | SystemNotice;

export interface SaidComment {
  readonly at: string;
  readonly by: Person;
  readonly side: PersonKind;
  readonly text: string;
  /** D7: a reviewer has asked the holder of a contested slot, who stays Approved: a date to answer by, and no clock. */
  readonly answerBy?: string;
}

/** That the decision may take longer (R52), or what has ended (R45). Its words come from the catalogue and name nobody (R53). */
export type SystemNotice = { readonly at: string; readonly side: 'system' } & (
  | { readonly notice: 'arbitration' }
  | { readonly notice: 'subscriptionEnded'; readonly subscriptionId: string }
);

/** The reviewers' clock of one submission (D3): it stands still while the partner has the turn. */
export interface ReviewClock {
  /** Business days in all. */
  readonly budget: number;
  /** Business days used in earlier turns. */
  readonly used: number;
  /** When the reviewers last got the turn: ISO instant. */
  readonly since: string;
}

/** What every claim has, a draft too. */
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
export interface EditingClaim extends CommonFields, Partial<DraftClock> {
  readonly status: 'Editing';
  readonly answers: Answers;
  /** What was chosen for the solution area that is not chosen now: no answers, until it is chosen again (R24). */
  readonly aside?: Pick<Answers, 'lines' | 'arbitration'>;
  /** The claim it was filled in from (D14). */
  readonly from?: string;
  /** Who wrote the comment that is in it: a colleague may submit it. */
  readonly commentBy?: Person;
  /** Whoever has saved something in it, or taken it over, beside who filed it: they follow the claim (R99). */
  readonly workedOnBy?: readonly Person[];
  /** Who is filling it in now, if that is not who filed it (D13). */
  readonly keptBy?: Person;
  /** Oldest first. */
  readonly takenOver?: readonly TakeOver[];
  /** The customer's tenant ID while submitting is under way, or was interrupted. */
  readonly submittingTo?: string;
}

/** What every submitted claim has, whatever its status. */
export interface SubmittedFields extends CommonFields {
  readonly details: ClaimDetails;
  readonly submittedAt: string;
  /** The newest twenty, oldest first; every one of them stands in the history. */
  readonly comments: readonly Comment[];
  /** Everyone at the partner who acted on the claim, the filer first: they get its alerts (R99). */
  readonly followers: readonly Person[];
  /** Reviewers who acted on the claim: the cards in their own chats are kept true. */
  readonly reviewers: readonly Person[];
  /** Sequence number of the newest history entry. */
  readonly historySeq: number;
  /** The version that brought the claim into its status: what an answer refers to. */
  readonly statusVersion: number;
  /** The version that last edited the details (R88), if any did: what the next edit refers to. */
  readonly editedVersion?: number;
  /** The reviewers' clock of this submission (R74, D3). */
  readonly clock: ReviewClock;
  /** Whose turn it is, and until when. Derived by every command, for lists. */
  readonly turn?: 'reviewers' | 'partner' | 'nobody';
  readonly deadline?: string;
  /** As in the details; derived for lists too. */
  readonly customerDomain?: string;
  /** When the claim's next timer runs (`timers.ts`); absent when none is ahead. Derived too. */
  readonly dueAt?: string;
  /** When the claimant was told that the claim goes to arbitration (R52): once for each claim. */
  readonly toldOfArbitrationAt?: string;
  /** Subscriptions of its lines that have ended (R45): the claim never takes their slots again. */
  readonly endedSubscriptions?: readonly string[];
}

export interface SubmittedClaim extends SubmittedFields {
  readonly status: 'Submitted';
  /** True when it came back from Partner action required. */
  readonly resubmitted: boolean;
  /** Until when its review must begin (R71, D3). */
  readonly beginBy: string;
}

export interface UnderReviewClaim extends SubmittedFields {
  readonly status: 'UnderReview';
  /** Who is at it now. */
  readonly reviewer: Person;
  readonly reviewStartedAt: string;
  /** Who began, where somebody else has taken the review over (R98). */
  readonly startedBy?: Person;
  /** Until when it must be decided (R72, D3), or the dispute is answered (R77, D4). */
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
  /** End of the customer's window (R75); none before the mail server has accepted the message (D1). */
  readonly declineUntil?: string;
}

export interface RejectedClaim extends SubmittedFields {
  readonly status: 'Rejected';
  readonly rejectedBy: Person;
  readonly rejectedAt: string;
  readonly reason: RejectionReason;
  readonly comment: string;
  /** End of the thirtieth day (R76): until then the two sides can still talk (R84). */
  readonly disputeUntil: string;
}

export type FiledClaim =
  | SubmittedClaim
  | UnderReviewClaim
  | PartnerActionRequiredClaim
  | ApprovedClaim
  | RejectedClaim;

export type Claim = EditingClaim | FiledClaim;

/** The fields that a status brings and that end with it. */
export type StatusFields = FieldsOf<FiledClaim>;
type FieldsOf<C extends FiledClaim> = C extends FiledClaim ? Omit<C, keyof SubmittedFields> : never;
