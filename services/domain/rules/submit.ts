import type { ClaimDetails, Draft, SubmittedClaim } from '../claim.ts';
import type { Command, Context, Decision, State } from '../command.ts';
import { said } from '../comments.ts';
import type { TakeOver } from '../draft.ts';
import type { HistoryEntry, HistoryEvent } from '../history.ts';
import { personOf, withPerson } from '../person.ts';
import { granted, type Outcome, refused } from '../refusal.ts';
import { competingNumbers, join, type Slot } from '../slot.ts';
import { areValidLines } from './areValidLines.ts';
import { stageDeadline, startClock } from './deadlines.ts';
import { contributorsOf } from './draftOwner.ts';
import { decision } from './effects.ts';
import { fieldsOfDraft } from './evolve.ts';
import { announcement, noticeOfArbitration } from './system.ts';

/** A draft becomes a submitted claim and competes for its slots (D6). */
export function submit(
  state: State,
  draft: Draft,
  command: Extract<Command, { name: 'submit' }>,
  context: Context,
): Outcome<Decision> {
  if (draft.proofs.length === 0) return refused('proofMissing');
  // R17, R26; the form shows the error at the field.
  if (!areValidLines(command.details)) return refused('incomplete');
  // Checks E5 (D5) once more, under the slots' ETags: a colleague may have submitted the same since it was checked.
  if (state.own?.some((claim) => claimsTheSame(claim, command.details))) return refused('incomplete');
  const author = personOf(context.actor);
  const drafted = draftHistory(draft);
  const { commentBy = author } = draft;
  const own = command.comment ? [{ ...said(command.comment, context), by: commentBy }] : [];
  const clock = startClock(context.at);
  const contested = state.slots.some((slot) => competingNumbers(slot, draft.partnerId).length > 0);
  const claim: SubmittedClaim = {
    ...fieldsOfDraft(draft),
    status: 'Submitted',
    resubmitted: false,
    details: command.details,
    submittedAt: context.at,
    clock,
    beginBy: stageDeadline(clock, context.at, context.calendar),
    comments: own,
    followers: withPerson(contributorsOf(draft), author),
    reviewers: [],
    historySeq: drafted.length,
    statusVersion: draft.version,
    ...(contested ? noticeOfArbitration(own, context) : {}),
  };
  const event: HistoryEvent = {
    kind: 'ClaimSubmitted',
    proofs: draft.proofs.map((proof) => proof.name),
    ...(command.comment ? { comment: command.comment } : {}),
    ...(command.comment && commentBy.id !== author.id ? { commentBy } : {}),
  };
  const { partnerId, number } = draft;
  const slotAfter = (slot: Slot) => join(slot, { partnerId, number, since: context.at });
  const submitted = decision(state, claim, { event, news: 'newClaim', slotAfter }, context);
  const history = [...drafted, ...submitted.history];
  return granted(contested ? announcement({ ...submitted, history }, context) : { ...submitted, history });
}

/** What happened before the submission: a draft has no history of its own until then. */
function draftHistory({ number, createdAt, filedBy, from, takenOver = [] }: Draft): HistoryEntry[] {
  const entries: readonly (TakeOver & { readonly event: HistoryEvent })[] = [
    { at: createdAt, by: filedBy, event: { kind: 'DraftCreated', ...(from ? { from } : {}) } },
    ...takenOver.map((one) => ({ ...one, event: { kind: 'DraftTakenOver' } as const })),
  ];
  return entries.map(({ at, by, event }, index) => ({
    number,
    seq: index + 1,
    at,
    actor: by,
    side: 'partner',
    status: 'Editing',
    event,
  }));
}

/** E5 (D5): whether a claim on the same slot is live and has an activity in common. */
export const claimsTheSame = (
  { status, details }: SubmittedClaim,
  { activities }: Pick<ClaimDetails, 'activities'>,
): boolean => status !== 'Rejected' && details.activities.some((activity) => activities.includes(activity));
