import type { AwaitingReviewClaim, SubmittedClaim, UnderReviewClaim } from '../claim.ts';
import type { Command, Context, Decision, State } from '../command.ts';
import { said, withComment } from '../comments.ts';
import { personOf } from '../person.ts';
import { granted, type Outcome, refused } from '../refusal.ts';
import { hold } from '../slot.ts';
import { answerDeadline, stageDeadline, stopClock } from './deadlines.ts';
import { decision } from './effects.ts';
import { rejection } from './rejection.ts';

/** A reviewer takes the claim up (R64). */
export function startReview(state: State, claim: AwaitingReviewClaim, context: Context): Outcome<Decision> {
  const { at, actor, calendar } = context;
  return granted(
    decision(
      state,
      claim,
      {
        to: {
          status: 'UnderReview',
          reviewer: personOf(actor),
          reviewStartedAt: at,
          decideBy: stageDeadline(claim.clock, at, calendar),
        },
        event: { kind: 'ReviewStarted' },
        news: 'changed',
      },
      context,
    ),
  );
}

/** R98: another reviewer continues the review; its deadline stays. */
export function takeOverReview(state: State, claim: UnderReviewClaim, context: Context): Outcome<Decision> {
  const { reviewer: from, startedBy = from } = claim;
  const taken = { ...claim, reviewer: personOf(context.actor), startedBy };
  const event = { kind: 'ReviewTakenOver', from } as const;
  return granted(decision(state, taken, { event, news: 'reviewTakenOver' }, context));
}

/** R80: it becomes the partner's turn, with a deadline to answer. */
export function requestInformation(
  state: State,
  claim: UnderReviewClaim,
  { reasons, comment }: Extract<Command, { name: 'requestInformation' }>,
  context: Context,
): Outcome<Decision> {
  const { at, actor, calendar } = context;
  return granted(
    decision(
      state,
      claim,
      {
        to: {
          status: 'PartnerActionRequired',
          reviewer: claim.reviewer,
          request: { reasons, comment, by: personOf(actor), at },
          answerBy: answerDeadline(at, calendar),
          answered: false,
        },
        set: {
          clock: stopClock(claim.clock, at, calendar),
          comments: withComment(claim.comments, said(comment, context)),
        },
        event: { kind: 'InformationRequested', reasons, comment },
        news: 'actionRequired',
      },
      context,
    ),
  );
}

/** The claim becomes the holder of its slots, unless a competing claim prevents it (D6); asked once (D15). */
export function approve(
  state: State,
  claim: UnderReviewClaim,
  command: Extract<Command, { name: 'approve' }>,
  context: Context,
): Outcome<Decision> {
  const obstacle = obstacleTo(command, state.competing);
  if (obstacle) return obstacle;
  const { comment } = command;
  return granted(
    decision(
      state,
      claim,
      {
        to: { status: 'Approved', approvedBy: personOf(context.actor), approvedAt: context.at },
        ...(comment ? { set: { comments: withComment(claim.comments, said(comment, context)) } } : {}),
        event: { kind: 'ClaimApproved', ...(comment ? { comment } : {}) },
        news: 'approved',
        slotAfter: (slot) => hold(slot, claim),
      },
      context,
    ),
  );
}

/**
 * D6: a competing claim may have to be decided first. D15: otherwise the reviewer confirms, once more if competing claims
 * wait that the question did not count.
 */
function obstacleTo(
  { confirmed, competing: seen }: Extract<Command, { name: 'approve' }>,
  competing: readonly SubmittedClaim[],
): Outcome<never> | undefined {
  const holding = competing.filter(({ status }) => status === 'Approved');
  if (holding.length > 0) return refused('competingHolds', { numbers: numbersOf(holding) });
  const counting = competing.filter(competingBlocks);
  if (counting.length > 0)
    return refused('competingBlocks', { competing: counting.length, numbers: numbersOf(counting) });
  const waiting = competing.filter(({ status }) => status === 'Submitted').length;
  const isAsked = confirmed && waiting <= (seen ?? waiting);
  return isAsked ? undefined : refused('approvalUnconfirmed', { competing: waiting });
}

const numbersOf = (claims: readonly SubmittedClaim[]): string =>
  claims.map(({ number }) => number).join(', ');

/** D6: whether a competing claim must be decided first: in review, waiting for the partner, approved, resubmitted. */
function competingBlocks(claim: SubmittedClaim): boolean {
  if (claim.status === 'Submitted') return claim.resubmitted;
  return claim.status !== 'Rejected';
}

/** The claim leaves its slots; a dispute stays possible for a while (R76). */
export function reject(
  state: State,
  claim: UnderReviewClaim,
  { reason, comment }: Extract<Command, { name: 'reject' }>,
  context: Context,
): Outcome<Decision> {
  return granted(rejection(state, claim, { reason, comment }, context));
}
