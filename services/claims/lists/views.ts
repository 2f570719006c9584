import type { ClaimStatus, SubmittedClaim } from '../../domain/claim.ts';
import type { FieldError } from '../../domain/form/fieldError.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import type { ClaimClock } from '../../domain/rules/claimClock.ts';
import type { PageKey } from '../../storage/documents/documentStore.ts';

/** The position after which a page of a list begins; cards must not interpret it. */
export type PageStart = PageKey;

/** One row of `my claims` or of the review queue. */
export interface ListedClaim {
  readonly number: string;
  readonly version: number;
  readonly status: SubmittedClaim['status'] | 'Editing';
  /** The claim name, or nothing yet for a young draft. */
  readonly claimName?: string;
  readonly customerDomain?: string;
  /** The digest only: the customer's name if the directory has it. */
  readonly customerName?: string;
  /** Reviewers' lists only. */
  readonly partnerName?: string;
  readonly updatedAt: string;
  /** The claim's running clock, if it has one; absent for a rejected claim whose time to dispute is over. */
  readonly clock?: ClaimClock;
  /** Reviewers' lists only (R53): the claim has a competing claim. */
  readonly contested?: true;
  /** A draft that a colleague of the reader is filling in: their name. */
  readonly ownedBy?: string;
  /** A draft whose end has been announced: when it is deleted (D13). */
  readonly endsAt?: string;
}

/** R79: claims due by the end of the next business day, the nearest deadline first. */
export interface DigestView {
  /** How many claims are overdue, and how many are due today. */
  readonly overdue: number;
  readonly today: number;
  /** On the next business day. */
  readonly tomorrow: number;
  /** The first ten claims of all counted. */
  readonly claims: readonly ListedClaim[];
  /** When they were counted: the card stays as it is. */
  readonly asOf: string;
}

/** D21: claims of which there was news while the reviewers' channel could not be reached. */
export interface MissedInChannelView {
  /** The first of them. */
  readonly claims: readonly ListedClaim[];
  /** The numbers of the others. */
  readonly others: readonly string[];
  readonly asOf: string;
}

/** Which of a company's claims to list (R68). */
export interface ClaimFilter {
  readonly status?: ClaimStatus | undefined;
  /** As it was typed: a name's or a domain's beginning. */
  readonly customer?: string | undefined;
}

/** Where a page of a list begins. */
export interface ListPosition {
  /** The position after which the page begins. */
  readonly after?: PageKey | undefined;
  /** How many claims the earlier pages have; only for the heading. */
  readonly before?: number | undefined;
}

/** A page of a list; `before` is there after the first. */
export interface ClaimList {
  readonly kind: 'mine' | 'queue';
  /** What it is narrowed to. */
  readonly filter?: ClaimFilter;
  /** What was typed as a customer but cannot be searched for. */
  readonly refused?: { readonly customer: string; readonly error: FieldError };
  /** How many customers were searched, if more of them match than can be searched. */
  readonly customersRead?: number;
  readonly claims: readonly ListedClaim[];
  /** When it was read: the card stays as it is. */
  readonly asOf: string;
  readonly before?: number;
  readonly next?: PageKey;
}

/** A page of a claim's history, newest first. */
export interface HistoryPage {
  readonly number: string;
  readonly entries: readonly HistoryEntry[];
  /** How many there are in all; their sequence numbers go from 1 to this. */
  readonly total: number;
  /** The status before the oldest of them. */
  readonly before?: ClaimStatus;
  /** Newer entries follow from this sequence number upwards. */
  readonly newerThan?: number;
  /** Older entries follow from this sequence number downwards. */
  readonly olderThan?: number;
}
