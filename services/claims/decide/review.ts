import { granted, type Outcome, refused } from '../../refusal.ts';
import type { FiledClaim, UnderReviewClaim } from '../claim.ts';
import { answerDeadline, disputeDeadline, stageDeadline, stopClock } from '../clocks/deadlines.ts';
import type { Command, Context, Decision, State } from '../command.ts';
import { decided, filedPart, personOf, said, withComment } from '../decided.ts';
import type { HistoryEvent } from '../history.ts';
import { hold, release, type Slot } from '../slots/slot.ts';

/** A reviewer takes the claim up (R64). */
export function startReview(state: State, claim: FiledClaim, context: Context): Outcome<Decision> {
  const reviewed: FiledClaim = {
    ...filedPart(claim),
    status: 'UnderReview',
    reviewer: personOf(context.actor),
    reviewStartedAt: context.at,
    decideBy: stageDeadline(claim.clock, context.at, context.calendar),
  };
  return granted(decided(state, reviewed, { kind: 'ReviewStarted' }, { event: 'changed', context }));
}

/** R98: the review goes on with somebody else; its deadline stays. */
export function takeOverReview(state: State, claim: UnderReviewClaim, context: Context): Outcome<Decision> {
  const { reviewer: from, startedBy = from } = claim;
  const taken: FiledClaim = { ...claim, reviewer: personOf(context.actor), startedBy };
  const event: HistoryEvent = { kind: 'ReviewTakenOver', from };
  return granted(decided(state, taken, event, { event: 'reviewTakenOver', context }));
}

/** R80: the partner has the turn, with a deadline to answer. */
export function requestInformation(
  state: State,
  claim: UnderReviewClaim,
  command: Extract<Command, { name: 'requestInformation' }>,
  context: Context,
): Outcome<Decision> {
  const { reasons, comment: text } = command;
  const asked: FiledClaim = {
    ...filedPart(claim),
    status: 'PartnerActionRequired',
    reviewer: claim.reviewer,
    request: { reasons, comment: text, by: personOf(context.actor), at: context.at },
    answerBy: answerDeadline(context.at, context.calendar),
    clock: stopClock(claim.clock, context.at, context.calendar),
    answered: false,
    comments: withComment(claim.comments, said(text, context)),
  };
  const event: HistoryEvent = { kind: 'InformationRequested', reasons, comment: text };
  return granted(decided(state, asked, event, { event: 'actionRequired', context }));
}

/** The claim becomes the holder of its slots, unless a rival is in the way (D6). */
export function approve(
  state: State,
  claim: UnderReviewClaim,
  command: Extract<Command, { name: 'approve' }>,
  context: Context,
): Outcome<Decision> {
  const holding = state.rivals.filter(({ status }) => status === 'Approved');
  if (holding.length > 0) return refused('rivalHolds', { numbers: numbersOf(holding) });
  const counting = state.rivals.filter(rivalCounts);
  if (counting.length > 0)
    return refused('rivalCounts', { rivals: counting.length, numbers: numbersOf(counting) });
  const waiting = state.rivals.filter((rival) => rival.status === 'Submitted');
  const unseen = waiting.length > (command.rivals ?? waiting.length);
  if (waiting.length > 0 && (!command.confirmed || unseen)) {
    return refused('rivalWaits', { rivals: waiting.length });
  }
  const approved: FiledClaim = {
    ...filedPart(claim),
    status: 'Approved',
    approvedBy: personOf(context.actor),
    approvedAt: context.at,
  };
  return granted(
    decided(
      state,
      approved,
      { kind: 'ClaimApproved' },
      { event: 'approved', slots: (slot) => hold(slot, claim), context },
    ),
  );
}

const numbersOf = (claims: readonly FiledClaim[]): string => claims.map(({ number }) => number).join(', ');

/** D6: a rival under review, asked for more, approved, or come back and waiting for its review, is decided first. */
function rivalCounts(rival: FiledClaim): boolean {
  if (rival.status === 'Submitted') return rival.resubmitted;
  return rival.status !== 'Rejected';
}

/** The claim leaves its slots; a dispute stays possible for a while (R76). */
export function reject(
  state: State,
  claim: UnderReviewClaim,
  command: Extract<Command, { name: 'reject' }>,
  context: Context,
): Outcome<Decision> {
  const { reason, comment: text } = command;
  const rejected: FiledClaim = {
    ...filedPart(claim),
    status: 'Rejected',
    rejectedBy: personOf(context.actor),
    rejectedAt: context.at,
    reason,
    comment: text,
    disputeUntil: disputeDeadline(context.at, context.calendar),
  };
  const slots = (slot: Slot) => release(slot, claim.number);
  const event: HistoryEvent = { kind: 'ClaimRejected', reason, comment: text };
  return granted(decided(state, rejected, event, { event: 'rejected', slots, context }));
}
