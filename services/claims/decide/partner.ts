import type { Actor } from '../../directory/directory.ts';
import { granted, type Outcome, refused } from '../../refusal.ts';
import type { FiledClaim, PartnerActionRequiredClaim } from '../claim.ts';
import { answerDeadline, resumeClock, stageDeadline } from '../clocks/deadlines.ts';
import type { Command, Context, Decision, State } from '../command.ts';
import { decided, filedPart, said, withComment } from '../decided.ts';
import type { HistoryEvent } from '../history.ts';
import { asksHolder } from '../lifecycle.ts';
import { withProof } from '../proof/withProof.ts';
import { isContested } from '../slots/slot.ts';

/** The turn goes back to the reviewers (D3). */
export function resubmit(
  state: State,
  claim: PartnerActionRequiredClaim,
  command: Extract<Command, { name: 'resubmit' }>,
  context: Context,
): Outcome<Decision> {
  // D3: an answer sent with it or since the request, new PoE, or a change.
  if (!command.answer && !claim.answered) return refused('answerMissing');
  const clock = resumeClock(claim.clock, context.at);
  const back: FiledClaim = {
    ...filedPart(claim),
    status: 'Submitted',
    resubmitted: true,
    clock,
    beginBy: stageDeadline(clock, context.at, context.calendar),
    comments: command.answer ? withComment(claim.comments, said(command.answer, context)) : claim.comments,
  };
  const event: HistoryEvent = {
    kind: 'ClaimResubmitted',
    ...(command.answer ? { answer: command.answer } : {}),
  };
  return granted(decided(state, back, event, { event: 'resubmitted', context }));
}

/** Either side says something (R84). The holder of a contested slot is asked so, with a date to answer by (D7). */
export function comment(
  state: State,
  claim: FiledClaim,
  command: Extract<Command, { name: 'comment' }>,
  context: Context,
): Outcome<Decision> {
  const isReviewer = context.actor.kind === 'reviewer';
  const dated = asksHolder(context.actor, claim, state.slots.some(isContested));
  if (isReviewer && (command.dated ?? dated) !== dated) return refused('changedMeanwhile');
  const wish = dated ? { answerBy: answerDeadline(context.at, context.calendar) } : {};
  const commented: FiledClaim = {
    ...answeredBy(claim, context.actor),
    comments: withComment(claim.comments, { ...said(command.text, context), ...wish }),
  };
  const event = isReviewer ? 'reviewerComment' : 'partnerComment';
  return granted(
    decided(state, commented, { kind: 'Commented', text: command.text, ...wish }, { event, context }),
  );
}

/** More proof of execution (R60). */
export function addProof(
  state: State,
  claim: FiledClaim,
  command: Extract<Command, { name: 'addProof' }>,
  context: Context,
): Outcome<Decision> {
  const proofs = withProof(claim.proofs, command.proof);
  if (!proofs.ok) return proofs;
  const extended: FiledClaim = { ...answeredBy(claim, context.actor), proofs: proofs.value };
  const name = proofs.value.at(-1)?.name ?? command.proof.name;
  const event: HistoryEvent = { kind: 'ProofAdded', name };
  return granted(decided(state, extended, event, { event: 'changed', context }));
}

/** Marks a request as answered once the partner has said, added or changed something since (D3). */
export function answeredBy(claim: FiledClaim, actor: Actor): FiledClaim {
  return claim.status === 'PartnerActionRequired' && actor.kind === 'partner'
    ? { ...claim, answered: true }
    : claim;
}
