import type { PersonKind } from '../domain/actors.ts';
import type { Answers, FilingStep } from '../domain/answers.ts';
import type { Names } from '../domain/catalogue.ts';
import type { Draft, SubmittedClaim } from '../domain/claim.ts';
import type { CommandName } from '../domain/command.ts';
import type { FieldErrors } from '../domain/form/fieldError.ts';
import type { FormChoices } from '../domain/form/filingOptions.ts';
import type { Line } from '../domain/line.ts';
import type { ClaimClock } from '../domain/rules/claimClock.ts';

/** A submitted claim as one reader may see it. */
export interface ClaimView {
  readonly claim: SubmittedClaim;
  readonly viewer: PersonKind;
  /** The commands this reader can issue now; buttons depend on this alone. */
  readonly may: readonly CommandName[];
  readonly partnerName: string;
  /** The customer's name if the directory has it. */
  readonly customerName?: string;
  /** The location's name for the claim's MPN ID. */
  readonly locationName?: string;
  readonly names: Names;
  /** Absent for an approved claim that has no deadline for declining yet. */
  readonly clock?: ClaimClock;
  /** Subscriptions of the claim's lines that have ended (R45). */
  readonly endedSubscriptions?: readonly string[];
  /** D14: the reader can begin a new claim from this one. */
  readonly mayCopy?: boolean;
  /** D14: the people who can begin a new claim from this one, by name, if the reader cannot (R98). */
  readonly whoMayCopy?: readonly string[];
  /** D7: a comment of this reviewer carries a date to answer by. */
  readonly asksHolder?: true;
  /** Contested slots of the claim. Reviewers only: a partner never learns of a competing claim (R53). */
  readonly contests?: readonly Contest[];
}

/** One slot as reviewers see it, whether or not it is still contested: its claims, the holder's first. */
export interface Contest {
  readonly customerTenantId: string;
  /** `workload:<id>` or `subscription:<GUID>`. */
  readonly slot: string;
  /** The lines claimed on the slot: a workload, or each product that a claim names with the subscription (D6). */
  readonly lines: readonly Line[];
  /** The customer's name, or its domain if the directory does not know it. */
  readonly customer: string;
  readonly contested: boolean;
  /** Its subscription has ended (R45); `claims` are the claims affected. */
  readonly ended?: true;
  readonly claims: readonly {
    readonly number: string;
    readonly status: SubmittedClaim['status'];
    readonly claimName: string;
    readonly partnerId: string;
    readonly partnerName: string;
    readonly submittedAt: string;
    readonly holds: boolean;
  }[];
}

/** A contest, with the display names for its card. */
export interface ContestView {
  readonly contest: Contest;
  readonly names: Names;
}

/** Everything the card of one filing step needs. */
export interface FilingView {
  readonly step: FilingStep;
  /** Absent before the first step has been answered. */
  readonly draft?: Draft;
  /** Before there is a draft: identifies the new claim. */
  readonly begun?: string;
  /** The contents of the inputs: the saved answers, overlaid with what was just typed. */
  readonly answers: Answers;
  readonly errors: FieldErrors;
  readonly options: FormChoices;
}
