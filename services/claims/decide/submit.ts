import { granted, type Outcome, refused } from '../../refusal.ts';
import type { Claim, ClaimDetails, FiledClaim } from '../claim.ts';
import type { Command, Context, Decision, State } from '../command.ts';
import { decided, personOf, said, withPerson } from '../decided.ts';
import type { HistoryEntry, HistoryEvent } from '../history.ts';
import { contend, rivalNumbers } from '../slot.ts';
import { announcedAtOnce, toldOfArbitration } from './programme.ts';

/** A draft becomes a claim and contends for its slots (D6). */
export function submit(
  state: State,
  draft: Extract<Claim, { status: 'Editing' }>,
  command: Extract<Command, { name: 'submit' }>,
  context: Context,
): Outcome<Decision> {
  if (draft.proofs.length === 0) return refused('proofMissing');
  // E5 (D5) once more, under the slots' ETags: a colleague may have submitted the same since it was checked.
  if (state.own?.some((claim) => claimsTheSame(claim, command.details))) return refused('incomplete');
  const { answers: _typed, submittingTo: _marked, from, ...common } = draft;
  const author = personOf(context.actor);
  const created: HistoryEntry = {
    number: draft.number,
    seq: 1,
    at: draft.createdAt,
    actor: draft.filedBy,
    side: 'partner',
    status: 'Editing',
    event: { kind: 'DraftCreated', ...(from ? { from } : {}) },
  };
  const own = command.comment ? [said(command.comment, context)] : [];
  const contested = state.slots.some((slot) => rivalNumbers(slot, draft.partnerId).length > 0);
  const claim: FiledClaim = {
    ...common,
    status: 'Submitted',
    resubmitted: false,
    details: command.details,
    submittedAt: context.at,
    comments: own,
    followers: withPerson([draft.filedBy], author),
    reviewers: [],
    historySeq: 1,
    statusVersion: draft.version,
    ...(contested ? toldOfArbitration(own, context) : {}),
  };
  const event: HistoryEvent = {
    kind: 'ClaimSubmitted',
    proofs: draft.proofs.map((proof) => proof.name),
    ...(command.comment ? { comment: command.comment } : {}),
  };
  const { partnerId, number } = draft;
  const decision = decided(state, claim, event, {
    event: 'newClaim',
    slots: (slot) => contend(slot, { partnerId, number, since: context.at }),
    context,
  });
  const history = [created, ...decision.history];
  return granted(contested ? announcedAtOnce({ ...decision, history }, context) : { ...decision, history });
}

/** E5 (D5): a live claim with an activity in common; called with a claim on the same slot. */
export const claimsTheSame = (
  { status, details }: FiledClaim,
  { activities }: Pick<ClaimDetails, 'activities'>,
): boolean => status !== 'Rejected' && details.activities.some((activity) => activities.includes(activity));
