import { assertNever } from '../assertNever.ts';
import type { Claim, PartnerActionRequiredClaim, SubmittedClaim, UnderReviewClaim } from '../claim.ts';
import type { Command, Context, Decision, State } from '../command.ts';
import { type Outcome, refused } from '../refusal.ts';
import { isContested, slotsOf } from '../slot.ts';
import { addProof, comment, resubmit } from './answer.ts';
import { edit, slotsEdited } from './edit.ts';
import { isOwnReview, mayIssue, maySee, needsContest, targetOf, tooLateFor } from './moves.ts';
import { notFoundFor } from './notFound.ts';
import { approve, reject, requestInformation, startReview, takeOverReview } from './review.ts';
import { submit } from './submit.ts';
import { announceArbitration, announceSubscriptionEnd, expire, remind } from './system.ts';

/**
 * The one place where a claim changes: returns the new state with its history, slots and alerts, or a refusal. Throws
 * if a decision leads to another status than the table of moves says, which would be a bug in the rules.
 */
export function decide(state: State, command: Command, context: Context): Outcome<Decision> {
  const { claim } = state;
  const target = targetOf(claim.status, command.name);
  const refusal = refusalOf(state, command, context);
  if (refusal) return refusal;
  const outcome = made(state, command, context);
  if (outcome.ok && outcome.value.claim.status !== target) {
    const { status } = outcome.value.claim;
    throw new Error(`${command.name} leads from ${claim.status} to ${target}, not to ${status}.`);
  }
  return outcome;
}

/** Refusals that do not depend on the command's data: the wrong person, the wrong status, too late. */
function refusalOf(
  { claim, slots }: State,
  command: Command,
  { actor, at }: Context,
): Outcome<never> | undefined {
  const { name } = command;
  if (!maySee(actor, claim)) return notFoundFor(actor);
  if (!mayIssue(actor, name)) return refused('notAllowed', { command: name });
  if (!targetOf(claim.status, name)) return wrongStatus(claim, command);
  if (isOwnReview(actor, name, claim)) return refused('reviewIsYours');
  const until = tooLateFor(name, claim, at);
  if (until) return refused('tooLate', { until });
  return needsContest(name, claim) && !slots.some(isContested) ? wrongStatus(claim, command) : undefined;
}

function made(state: State, command: Command, context: Context): Outcome<Decision> {
  const { claim } = state;
  switch (claim.status) {
    case 'Editing':
      // A file for a draft is added by `drafts.addProof`.
      return command.name === 'submit' ? submit(state, claim, command, context) : wrongStatus(claim, command);
    case 'Submitted':
      return command.name === 'startReview'
        ? startReview(state, claim, context)
        : madeInAnyStatus(state, claim, command, context);
    case 'UnderReview':
      return madeUnderReview(state, claim, command, context);
    case 'PartnerActionRequired':
      return madeInPartnersTurn(state, claim, command, context);
    case 'Approved':
    case 'Rejected':
      return madeInAnyStatus(state, claim, command, context);
    default:
      return assertNever(claim);
  }
}

function madeUnderReview(
  state: State,
  claim: UnderReviewClaim,
  command: Command,
  context: Context,
): Outcome<Decision> {
  switch (command.name) {
    case 'takeOverReview':
      return takeOverReview(state, claim, context);
    case 'requestInformation':
      return requestInformation(state, claim, command, context);
    case 'approve':
      return approve(state, claim, command, context);
    case 'reject':
      return reject(state, claim, command, context);
    default:
      return madeInAnyStatus(state, claim, command, context);
  }
}

function madeInPartnersTurn(
  state: State,
  claim: PartnerActionRequiredClaim,
  command: Command,
  context: Context,
): Outcome<Decision> {
  switch (command.name) {
    case 'resubmit':
      return resubmit(state, claim, command, context);
    case 'expire':
      return claim.answerBy === command.due ? expire(state, claim, context) : refused('changedMeanwhile');
    default:
      return madeInAnyStatus(state, claim, command, context);
  }
}

/** Commands that do not depend on one status's own fields; the table of moves says where each is possible. */
function madeInAnyStatus(
  state: State,
  claim: SubmittedClaim,
  command: Command,
  context: Context,
): Outcome<Decision> {
  switch (command.name) {
    case 'comment':
      return comment(state, claim, command, context);
    case 'addProof':
      return addProof(state, claim, command, context);
    case 'edit':
      return edit(state, claim, command, context);
    case 'announceArbitration':
      return announceArbitration(state, claim, context);
    case 'announceSubscriptionEnd':
      return announceSubscriptionEnd(state, claim, command, context);
    case 'remind':
      return remind(state, claim, command, context);
    case 'submit':
    case 'startReview':
    case 'takeOverReview':
    case 'requestInformation':
    case 'resubmit':
    case 'approve':
    case 'reject':
    case 'expire':
      return wrongStatus(claim, command);
    default:
      return assertNever(command);
  }
}

const wrongStatus = (claim: Claim, command: Command): Outcome<never> =>
  refused('wrongStatus', { command: command.name, status: claim.status });

/** The slots to read for a decision: if the claim changes status, or if the decision depends on a contest. */
export function slotsNeeded(claim: Claim, command: Command): string[] {
  if (claim.status === 'Editing') return command.name === 'submit' ? slotsOf(command.details) : [];
  switch (command.name) {
    case 'submit':
      return slotsOf(command.details);
    case 'edit':
      return slotsEdited(claim, command);
    case 'comment':
    case 'addProof':
      return claim.status === 'Approved' ? slotsOf(claim.details) : [];
    case 'takeOverReview':
    case 'announceSubscriptionEnd':
    case 'remind':
      return [];
    case 'startReview':
    case 'requestInformation':
    case 'resubmit':
    case 'approve':
    case 'reject':
    case 'announceArbitration':
    case 'expire':
      return slotsOf(claim.details);
    default:
      return assertNever(command);
  }
}
