import type { Actor } from '../actor.ts';
import { isPartner, isReviewer } from '../actors.ts';
import type { PartnerActionRequiredClaim, SubmittedClaim } from '../claim.ts';
import type { Command, Context, Decision, State } from '../command.ts';
import { said, withComment } from '../comments.ts';
import { granted, type Outcome, refused } from '../refusal.ts';
import { isContested } from '../slot.ts';
import { answerDeadline, resumeClock, stageDeadline } from './deadlines.ts';
import { decision } from './effects.ts';
import { asksHolder } from './moves.ts';
import { withProof } from './withProof.ts';

/** It becomes the reviewers' turn (D3). */
export function resubmit(
  state: State,
  claim: PartnerActionRequiredClaim,
  command: Extract<Command, { name: 'resubmit' }>,
  context: Context,
): Outcome<Decision> {
  // D3: needs an answer sent with it or since the request, new PoE, or an edit.
  if (!command.answer && !claim.answered) return refused('answerMissing');
  const clock = resumeClock(claim.clock, context.at);
  const { answer } = command;
  const comments = answer ? withComment(claim.comments, said(answer, context)) : claim.comments;
  return granted(
    decision(
      state,
      claim,
      {
        to: {
          status: 'Submitted',
          resubmitted: true,
          beginBy: stageDeadline(clock, context.at, context.calendar),
        },
        set: { clock, comments },
        event: { kind: 'ClaimResubmitted', ...(answer ? { answer } : {}) },
        news: 'resubmitted',
      },
      context,
    ),
  );
}

/** A comment by either side (R84). A reviewer's to the holder of a contested slot sets a date to answer by (D7). */
export function comment(
  state: State,
  claim: SubmittedClaim,
  command: Extract<Command, { name: 'comment' }>,
  context: Context,
): Outcome<Decision> {
  const byReviewer = isReviewer(context.actor);
  const withDeadline = asksHolder(context.actor, claim, state.slots.some(isContested));
  if (byReviewer && (command.withDeadline ?? withDeadline) !== withDeadline)
    return refused('changedMeanwhile');
  const wish = withDeadline ? { answerBy: answerDeadline(context.at, context.calendar) } : {};
  const comments = withComment(claim.comments, { ...said(command.text, context), ...wish });
  const event = { kind: 'Commented', text: command.text, ...wish } as const;
  const news = byReviewer ? 'reviewerComment' : 'partnerComment';
  return granted(
    decision(state, answeredBy(claim, context.actor), { set: { comments }, event, news }, context),
  );
}

/** More proof of execution (R60). */
export function addProof(
  state: State,
  claim: SubmittedClaim,
  command: Extract<Command, { name: 'addProof' }>,
  context: Context,
): Outcome<Decision> {
  const proofs = withProof(claim.proofs, command.proof);
  if (!proofs.ok) return proofs;
  const name = proofs.value.at(-1)?.name ?? command.proof.name;
  const event = { kind: 'ProofAdded', name } as const;
  const set = { proofs: proofs.value };
  return granted(decision(state, answeredBy(claim, context.actor), { set, event, news: 'changed' }, context));
}

/** Marks a request as answered once the partner has said, added or changed something since (D3). */
export function answeredBy(claim: SubmittedClaim, actor: Actor): SubmittedClaim {
  return claim.status === 'PartnerActionRequired' && isPartner(actor) ? { ...claim, answered: true } : claim;
}
