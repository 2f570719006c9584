import { assertNever } from '../assertNever.ts';
import { type Outcome, refused } from '../refusal.ts';
import type { Claim, FiledClaim } from './claim.ts';
import type { Command, Context, Decision, State } from './command.ts';
import { edit, slotsEdited } from './decide/edit.ts';
import { addProof, comment, resubmit } from './decide/partner.ts';
import { announceArbitration, announceEnd, expire, remind } from './decide/programme.ts';
import { approve, reject, requestInformation, startReview, takeOverReview } from './decide/review.ts';
import { submit } from './decide/submit.ts';
import { isOwnReview, mayIssue, maySee, moves, needsContest, tooLateFor } from './lifecycle.ts';
import { notFoundFor } from './notFound.ts';
import { isContested, slotsOf } from './slots/slot.ts';

/** The one place where a claim changes: the new state with its history, slots and alert, or a refusal. */
export function decide(state: State, command: Command, context: Context): Outcome<Decision> {
  const { claim } = state;
  const { actor, at } = context;
  if (!maySee(actor, claim)) return notFoundFor(actor);
  if (!mayIssue(actor, command.name)) return refused('notAllowed', { command: command.name });
  if (!moves[command.name][claim.status]) {
    return refused('wrongStatus', { command: command.name, status: claim.status });
  }
  if (isOwnReview(actor, command.name, claim)) return refused('reviewIsYours');
  const until = tooLateFor(command.name, claim, at);
  if (until) return refused('tooLate', { until });
  if (needsContest(command.name, claim) && !state.slots.some(isContested)) {
    return refused('wrongStatus', { command: command.name, status: claim.status });
  }
  if (claim.status === 'Editing') {
    // A file for a draft goes through the drafts.
    return command.name === 'submit' ? submit(state, claim, command, context) : impossible(claim, command);
  }
  return decideFiled(state, claim, command, context);
}

function decideFiled(state: State, claim: FiledClaim, command: Command, context: Context): Outcome<Decision> {
  switch (command.name) {
    case 'submit':
      return refused('alreadySubmitted');
    case 'startReview':
      return startReview(state, claim, context);
    case 'takeOverReview':
      return claim.status === 'UnderReview'
        ? takeOverReview(state, claim, context)
        : impossible(claim, command);
    case 'requestInformation':
      return claim.status === 'UnderReview'
        ? requestInformation(state, claim, command, context)
        : impossible(claim, command);
    case 'resubmit':
      return claim.status === 'PartnerActionRequired'
        ? resubmit(state, claim, command, context)
        : impossible(claim, command);
    case 'approve':
      return claim.status === 'UnderReview'
        ? approve(state, claim, command, context)
        : impossible(claim, command);
    case 'reject':
      return claim.status === 'UnderReview'
        ? reject(state, claim, command, context)
        : impossible(claim, command);
    case 'comment':
      return comment(state, claim, command, context);
    case 'addProof':
      return addProof(state, claim, command, context);
    case 'edit':
      return edit(state, claim, command, context);
    case 'announceArbitration':
      return announceArbitration(state, claim, context);
    case 'announceEnd':
      return announceEnd(state, claim, command, context);
    case 'remind':
      return remind(state, claim, command, context);
    case 'expire':
      return claim.status === 'PartnerActionRequired' && claim.answerBy === command.due
        ? expire(state, claim, context)
        : refused('changedMeanwhile');
    default:
      return assertNever(command);
  }
}

/** The table has refused this already; the compiler wants it said once more. */
const impossible = (claim: Claim, command: Command): Outcome<Decision> =>
  refused('wrongStatus', { command: command.name, status: claim.status });

/** The slots a decision about this claim must be made with: wherever it moves, or depends on a contest. */
export const slotsNeeded = (claim: Claim, command: Command): string[] => {
  if (command.name === 'submit') return slotsOf(command.details);
  if (command.name === 'edit') return claim.status === 'Editing' ? [] : slotsEdited(claim, command);
  const moveless = ['takeOverReview', 'announceEnd', 'remind'].includes(command.name);
  if (claim.status === 'Editing' || moveless) return [];
  const isTalk = command.name === 'comment' || command.name === 'addProof';
  return isTalk && claim.status !== 'Approved' ? [] : slotsOf(claim.details);
};
