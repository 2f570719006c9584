import type { PersonKind } from '../domain/actors.ts';
import type { Answers, FilingStep } from '../domain/answers.ts';
import type { Names } from '../domain/catalogue.ts';
import type { ClaimStatus, EditingClaim, FiledClaim } from '../domain/claim.ts';
import type { CommandName } from '../domain/command.ts';
import type { FieldError, FieldErrors } from '../domain/form/fieldError.ts';
import type { FilingOptions } from '../domain/form/filingOptions.ts';
import type { HistoryEntry } from '../domain/history.ts';
import type { Line } from '../domain/line.ts';
import type { ClaimClock } from '../domain/rules/claimClock.ts';
import type { PageKey } from '../storage/documents/documentStore.ts';

/** What a page of a list comes after: opaque to whoever shows it. */
export type PageStart = PageKey;

/** A submitted claim as one reader may see it. */
export interface ClaimView {
  readonly claim: FiledClaim;
  readonly viewer: PersonKind;
  /** What this reader may do with it now; buttons are made from this alone. */
  readonly may: readonly CommandName[];
  readonly partnerName: string;
  /** The customer's name if the directory has it. */
  readonly customerName?: string;
  /** The location's name for the claim's MPN ID. */
  readonly locationName?: string;
  readonly names: Names;
  /** Absent for an approved claim outside the customer's window. */
  readonly clock?: ClaimClock;
  /** Subscriptions of the claim's lines that have ended (R45). */
  readonly endedSubscriptions?: readonly string[];
  /** D14: the reader can begin a new claim from this one. */
  readonly again?: boolean;
  /** D14: a new claim can begin from this one, not by the reader but by these, by name (R98). */
  readonly againBy?: readonly string[];
  /** D7: a comment of this reviewer carries a date to answer by. */
  readonly asksHolder?: true;
  /** Contested slots of the claim. Reviewers only: a partner never learns of a rival (R53). */
  readonly contests?: readonly Contest[];
}

/** One slot as reviewers see it, contested or not any more: its claims, the holder's first. */
export interface Contest {
  readonly customerTenantId: string;
  /** `workload:<id>` or `subscription:<GUID>`. */
  readonly slot: string;
  /** What is claimed of it: a workload, or each product that a claim names with the subscription (D6). */
  readonly lines: readonly Line[];
  /** The customer's name, or its domain if the directory does not know it. */
  readonly customer: string;
  readonly contested: boolean;
  /** Its subscription has ended (R45): `claims` are those that it ended for. */
  readonly ended?: true;
  readonly claims: readonly {
    readonly number: string;
    readonly status: FiledClaim['status'];
    readonly claimName: string;
    readonly partnerId: string;
    readonly partnerName: string;
    readonly submittedAt: string;
    readonly holds: boolean;
  }[];
}

/** A contest with the names it is shown with. */
export interface ContestView {
  readonly contest: Contest;
  readonly names: Names;
}

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
export interface ListPlace {
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

/** Everything the card of one filing step needs. */
export interface FilingView {
  readonly step: FilingStep;
  /** Absent before the first step has been answered. */
  readonly draft?: EditingClaim;
  /** Before there is a draft: which new claim this is. */
  readonly begun?: string;
  /** What stands in the inputs: what is saved, overlaid with what was just typed. */
  readonly answers: Answers;
  readonly errors: FieldErrors;
  readonly options: FilingOptions;
}

/** One part of a claim as it stands in a form, with what was typed over it. */
export interface EditForm {
  readonly answers: Answers;
  /** What is wrong with what was typed, where it was asked to be checked. */
  readonly errors: FieldErrors;
  readonly options: FilingOptions;
}

/** Everything that a template of proof is filled in with: the draft as it stands, right or wrong. */
export interface TemplateView {
  readonly number: string;
  readonly version: number;
  readonly createdAt: string;
  readonly answers: Answers;
  readonly options: FilingOptions;
  readonly partnerName?: string;
  /** The directory's name, only when the domain that was typed is that customer's too. */
  readonly customerName?: string;
}
