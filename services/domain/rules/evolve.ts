import { assertNever } from '../assertNever.ts';
import type {
  Claim,
  CommonFields,
  EditingClaim,
  FiledClaim,
  StatusFields,
  SubmittedFields,
} from '../claim.ts';
import type { Context } from '../command.ts';
import type { HistoryEvent } from '../history.ts';
import { personOf, withPerson } from '../person.ts';
import { dueAfter } from './timers.ts';

/** What a command changes in a claim. */
export interface Change {
  /** The status it moves to, with all that only this status has; absent: the status and its fields stay. */
  readonly to?: StatusFields;
  /** What becomes of the fields that every submitted claim has. */
  readonly set?: Partial<SubmittedFields>;
}

/** The claim after a change, not yet stamped: a move drops what only the old status had, and nothing else. */
export const changed = (claim: FiledClaim, { to, set }: Change): FiledClaim => ({
  ...(to ? { ...submittedFields(claim), ...to } : claim),
  ...set,
});

/**
 * The next claim of a command: its version, its people, what lists and timers find it by. Without an event nothing is
 * recorded, and nobody sees a change.
 */
export function evolve(
  before: Claim,
  claim: FiledClaim,
  { event, context }: { readonly event: HistoryEvent | undefined; readonly context: Context },
): FiledClaim {
  const { at, calendar } = context;
  const version = claim.version + 1;
  const moved = before.status !== claim.status;
  const { dueAt: earlier, turn, deadline, customerDomain, ...standing } = claim;
  // A word said meanwhile must not cost a timer that is due and has not run yet.
  const dueAt = moved || !event ? dueAfter(claim, at, calendar) : earlier;
  return {
    ...standing,
    ...derivedOf(claim),
    ...(dueAt ? { dueAt } : {}),
    ...peopleAfter(claim, context),
    version,
    updatedAt: event ? at : claim.updatedAt,
    historySeq: claim.historySeq + (event ? 1 : 0),
    statusVersion: moved ? version : claim.statusVersion,
  };
}

/** R99: whoever acts on a claim follows it, each on their own side. */
function peopleAfter(
  { followers, reviewers }: FiledClaim,
  { actor }: Context,
): Pick<FiledClaim, 'followers' | 'reviewers'> {
  switch (actor.kind) {
    case 'partner':
      return { followers: withPerson(followers, personOf(actor)), reviewers };
    case 'reviewer':
      return { followers, reviewers: withPerson(reviewers, personOf(actor)) };
    case 'system':
      return { followers, reviewers };
    default:
      return assertNever(actor);
  }
}

/** A draft's fields that its claim goes on with: all but those that only a draft has. */
export function fieldsOfDraft(draft: EditingClaim): CommonFields {
  const {
    status,
    answers,
    aside,
    from,
    commentBy,
    keptBy,
    takenOver,
    workedOnBy,
    submittingTo,
    due,
    dueAt,
    ...common
  } = draft;
  return nothingBut<CommonFields>()(common);
}

/** The fields that a claim keeps at a move: all but those of its status, each of which is named here. */
function submittedFields(claim: FiledClaim): SubmittedFields {
  switch (claim.status) {
    case 'Submitted': {
      const { status, resubmitted, beginBy, ...kept } = claim;
      return nothingBut<SubmittedFields>()(kept);
    }
    case 'UnderReview': {
      const { status, reviewer, reviewStartedAt, startedBy, decideBy, ...kept } = claim;
      return nothingBut<SubmittedFields>()(kept);
    }
    case 'PartnerActionRequired': {
      const { status, reviewer, request, answerBy, answered, ...kept } = claim;
      return nothingBut<SubmittedFields>()(kept);
    }
    case 'Approved': {
      const { status, approvedBy, approvedAt, declineUntil, ...kept } = claim;
      return nothingBut<SubmittedFields>()(kept);
    }
    case 'Rejected': {
      const { status, rejectedBy, rejectedAt, reason, comment, disputeUntil, ...kept } = claim;
      return nothingBut<SubmittedFields>()(kept);
    }
    default:
      return assertNever(claim);
  }
}

/** Does not compile while a field is left that is none of `Fields`: a status's own field would outlive it. */
const nothingBut =
  <Fields>() =>
  <T extends Fields>(fields: T & { readonly [K in Exclude<keyof T, keyof Fields>]: never }): Fields =>
    fields;

/** What lists ask for: whose turn it is, until when, which customer. */
export const derivedOf = (claim: FiledClaim): Pick<FiledClaim, 'turn' | 'deadline' | 'customerDomain'> => ({
  ...turnOf(claim),
  customerDomain: claim.details.customerDomain,
});

/** Whose turn a status is, and until when. */
function turnOf(claim: FiledClaim): Pick<FiledClaim, 'turn' | 'deadline'> {
  switch (claim.status) {
    case 'Submitted':
      return { turn: 'reviewers', deadline: claim.beginBy };
    case 'UnderReview':
      return { turn: 'reviewers', deadline: claim.decideBy };
    case 'PartnerActionRequired':
      return { turn: 'partner', deadline: claim.answerBy };
    case 'Approved':
    case 'Rejected':
      return { turn: 'nobody' };
    default:
      return assertNever(claim);
  }
}
