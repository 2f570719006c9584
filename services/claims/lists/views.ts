import type { ClaimStatus, FiledClaim } from '../../domain/claim.ts';
import type { FieldError } from '../../domain/form/fieldError.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import type { ClaimClock } from '../../domain/rules/claimClock.ts';
import type { PageKey } from '../../storage/documents/documentStore.ts';

/** What a page of a list comes after: opaque to whoever shows it. */
export type PageStart = PageKey;

/** One row of `my claims` or of the review queue. */
export interface ListedClaim {
  readonly number: string;
  readonly version: number;
  readonly status: FiledClaim['status'] | 'Editing';
  /** The claim name, or nothing yet for a young draft. */
  readonly claimName?: string;
  readonly customerDomain?: string;
  /** The digest only: the customer's name if the directory has it. */
  readonly customerName?: string;
  /** Reviewers' lists only. */
  readonly partnerName?: string;
  readonly updatedAt: string;
  /** What runs while somebody must act; none once it is decided. */
  readonly clock?: ClaimClock;
  /** Reviewers' lists only (R53): somebody else claims the same. */
  readonly contested?: true;
  /** A draft that a colleague of the reader is filling in: their name. */
  readonly keptBy?: string;
  /** A draft whose end has been announced: when it is deleted (D13). */
  readonly endsAt?: string;
}

/** R79: what is due by the end of the next business day, the nearest deadline first. */
export interface DigestView {
  /** How many there are. */
  readonly overdue: number;
  readonly today: number;
  /** On the next business day. */
  readonly tomorrow: number;
  /** The first ten of all. */
  readonly claims: readonly ListedClaim[];
  /** When they were counted: the card stays as it is. */
  readonly asOf: string;
}

/** What of a company's claims is asked for (R68). */
export interface ClaimFilter {
  readonly status?: ClaimStatus | undefined;
  /** As it was typed: a name's or a domain's beginning. */
  readonly customer?: string | undefined;
}

/** Where a page of a list begins. */
export interface ListPosition {
  /** What its first claim comes after. */
  readonly after?: PageKey | undefined;
  /** How many claims stand on the pages before it: for its heading only. */
  readonly before?: number | undefined;
}

/** A page of a list; `before` is there after the first. */
export interface ClaimList {
  readonly kind: 'mine' | 'queue';
  /** What it is narrowed to. */
  readonly filter?: ClaimFilter;
  /** What was typed for a customer and cannot be looked for. */
  readonly refused?: { readonly customer: string; readonly error: FieldError };
  /** More customers begin so than are looked for: how many are. */
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
