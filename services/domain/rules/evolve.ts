import { assertNever } from '../assertNever.ts';
import type { Claim, CommonFields, Draft, StatusFields, SubmittedClaim, SubmittedFields } from '../claim.ts';
import type { Context } from '../command.ts';
import type { HistoryEvent } from '../history.ts';
import { personOf, withPerson } from '../person.ts';
import { nextTimerAt } from './timers.ts';

/** What a command changes in a claim. */
export interface ClaimUpdate {
  /** The status it moves to, with all that only this status has; absent: the status and its fields stay. */
  readonly to?: StatusFields;
  /** New values for fields that every submitted claim has. */
  readonly set?: Partial<SubmittedFields>;
}

/** The claim after a change, before its version is set. A change of status drops only the fields of the old status. */
export const applyUpdate = (claim: SubmittedClaim, { to, set }: ClaimUpdate): SubmittedClaim => ({
  ...(to ? { ...submittedFields(claim), ...to } : claim),
  ...set,
});

/**
 * Completes the claim after a command: its version, its people, and the fields by which lists and timers find it.
 * Without an event nothing is recorded, and people see no change.
 */
export function evolve(
  before: Claim,
  claim: SubmittedClaim,
  { event, context }: { readonly event: HistoryEvent | undefined; readonly context: Context },
): SubmittedClaim {
  const { at, calendar } = context;
  const version = claim.version + 1;
  const moved = before.status !== claim.status;
  const { dueAt: earlier, turn, deadline, customerDomain, ...standing } = claim;
  // A comment made meanwhile must not skip a timer that is due and has not run yet.
  const dueAt = moved || !event ? nextTimerAt(claim, at, calendar) : earlier;
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

/** R99: people who act on a claim follow it, each on their own side. */
function peopleAfter(
  { followers, reviewers }: SubmittedClaim,
  { actor }: Context,
): Pick<SubmittedClaim, 'followers' | 'reviewers'> {
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

/** The fields that a submitted claim takes over from its draft: all but those that only a draft has. */
export function fieldsOfDraft(draft: Draft): CommonFields {
  const {
    status,
    answers,
    aside,
    from,
    commentBy,
    ownedBy: owner,
    takenOver,
    workedOnBy,
    submittingTo,
    due,
    dueAt,
    ...common
  } = draft;
  return nothingBut<CommonFields>()(common);
}

/** The fields that a claim keeps when its status changes: all but those of the old status, each named here. */
function submittedFields(claim: SubmittedClaim): SubmittedFields {
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

/** Does not compile while a field is left that is not in `Fields`: a field of one status must not outlive it. */
const nothingBut =
  <Fields>() =>
  <T extends Fields>(fields: T & { readonly [K in Exclude<keyof T, keyof Fields>]: never }): Fields =>
    fields;

/** The fields that lists query: whose turn it is, until when, which customer. */
export const derivedOf = (
  claim: SubmittedClaim,
): Pick<SubmittedClaim, 'turn' | 'deadline' | 'customerDomain'> => ({
  ...turnOf(claim),
  customerDomain: claim.details.customerDomain,
});

/** Whose turn it is in a status, and until when. */
function turnOf(claim: SubmittedClaim): Pick<SubmittedClaim, 'turn' | 'deadline'> {
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
