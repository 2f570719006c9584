import { assertNever } from '../assertNever.ts';
import { type Actor, programme } from '../directory/directory.ts';
import { granted, type Outcome, refused } from '../refusal.ts';
import type {
  Claim,
  ClaimDetails,
  Comment,
  FiledClaim,
  PartnerActionRequiredClaim,
  UnderReviewClaim,
} from './claim.ts';
import type { Command, Context, Decision, State } from './command.ts';
import { decided, filedPart, personOf, said, withComment, withPerson } from './decided.ts';
import type { HistoryEntry, HistoryEvent } from './history.ts';
import { mayIssue, maySee, moves, needsContest, tooLateFor } from './lifecycle.ts';
import { contend, hold, isContested, release, rivalNumbers, type Slot, slotsOf } from './slot.ts';
import { withProof } from './withProof.ts';

// Above 200 lines: the rules of one lifecycle are read together.

/** Business days a partner has to answer a request (R73). */
export const answerDays = 5;
/** Calendar days in which a rejection can be disputed (R76). */
export const disputeDays = 30;

/** The one place where a claim changes: the new state with its history, slots and alert, or a refusal. */
export function decide(state: State, command: Command, context: Context): Outcome<Decision> {
  const { claim } = state;
  const { actor, at } = context;
  if (!maySee(actor, claim)) return refused('notFound');
  if (!mayIssue(actor, command.name)) return refused('notAllowed', { command: command.name });
  if (!moves[command.name][claim.status]) {
    return refused('wrongStatus', { command: command.name, status: claim.status });
  }
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
    case 'announceArbitration':
      return announceArbitration(state, claim, context);
    case 'announceEnd':
      return announceEnd(state, claim, command, context);
    default:
      return assertNever(command);
  }
}

/** The table has refused this already; the compiler wants it said once more. */
const impossible = (claim: Claim, command: Command): Outcome<Decision> =>
  refused('wrongStatus', { command: command.name, status: claim.status });

function submit(
  state: State,
  draft: Extract<Claim, { status: 'Editing' }>,
  command: Extract<Command, { name: 'submit' }>,
  context: Context,
): Outcome<Decision> {
  if (draft.proofs.length === 0) return refused('proofMissing');
  // E5 (D5) once more, under the slots' ETags: a colleague may have submitted the same since it was checked.
  if (state.own?.some((claim) => claimsTheSame(claim, command.details))) return refused('incomplete');
  const { answers: _typed, submittingTo: _marked, ...common } = draft;
  const author = personOf(context.actor);
  const created: HistoryEntry = {
    number: draft.number,
    seq: 1,
    at: draft.createdAt,
    actor: draft.filedBy,
    side: 'partner',
    status: 'Editing',
    event: { kind: 'DraftCreated' },
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

const claimsTheSame = ({ status, details }: FiledClaim, { activities }: ClaimDetails): boolean =>
  status !== 'Rejected' && details.activities.some((activity) => activities.includes(activity));

function startReview(state: State, claim: FiledClaim, context: Context): Outcome<Decision> {
  const reviewed: FiledClaim = {
    ...filedPart(claim),
    status: 'UnderReview',
    reviewer: personOf(context.actor),
    reviewStartedAt: context.at,
  };
  return granted(decided(state, reviewed, { kind: 'ReviewStarted' }, { event: 'changed', context }));
}

function requestInformation(
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
    answerBy: context.calendar.endOfBusinessDay(context.at, answerDays),
    answered: false,
    comments: withComment(claim.comments, said(text, context)),
  };
  const event: HistoryEvent = { kind: 'InformationRequested', reasons, comment: text };
  return granted(decided(state, asked, event, { event: 'actionRequired', context }));
}

function resubmit(
  state: State,
  claim: PartnerActionRequiredClaim,
  command: Extract<Command, { name: 'resubmit' }>,
  context: Context,
): Outcome<Decision> {
  // D3: an answer sent with it or since the request, new PoE, or a change.
  if (!command.answer && !claim.answered) return refused('answerMissing');
  const back: FiledClaim = {
    ...filedPart(claim),
    status: 'Submitted',
    resubmitted: true,
    comments: command.answer ? withComment(claim.comments, said(command.answer, context)) : claim.comments,
  };
  const event: HistoryEvent = {
    kind: 'ClaimResubmitted',
    ...(command.answer ? { answer: command.answer } : {}),
  };
  return granted(decided(state, back, event, { event: 'resubmitted', context }));
}

function approve(
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

function reject(
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
    disputeUntil: context.calendar.endOfCalendarDay(context.at, disputeDays),
  };
  const slots = (slot: Slot) => release(slot, claim.number);
  const event: HistoryEvent = { kind: 'ClaimRejected', reason, comment: text };
  return granted(decided(state, rejected, event, { event: 'rejected', slots, context }));
}

function comment(
  state: State,
  claim: FiledClaim,
  command: Extract<Command, { name: 'comment' }>,
  context: Context,
): Outcome<Decision> {
  const commented: FiledClaim = {
    ...answeredBy(claim, context.actor),
    comments: withComment(claim.comments, said(command.text, context)),
  };
  const event = context.actor.kind === 'partner' ? 'partnerComment' : 'reviewerComment';
  return granted(decided(state, commented, { kind: 'Commented', text: command.text }, { event, context }));
}

function addProof(
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

/** R52: a rival has come after the claim was submitted. Said once, and only while there is a contest. */
function announceArbitration(state: State, claim: FiledClaim, context: Context): Outcome<Decision> {
  if (claim.toldOfArbitrationAt || !state.slots.some(isContested)) return refused('changedMeanwhile');
  const told: FiledClaim = { ...claim, ...toldOfArbitration(claim.comments, context) };
  return granted(decided(state, told, { kind: 'ArbitrationAnnounced' }, { event: 'arbitration', context }));
}

/** R45: the claim keeps its status and line; its partner hears of the end and what can be done. */
function announceEnd(
  state: State,
  claim: FiledClaim,
  { subscriptionId }: Extract<Command, { name: 'announceEnd' }>,
  context: Context,
): Outcome<Decision> {
  const event: HistoryEvent = { kind: 'SubscriptionEnded', subscriptionId };
  return granted(decided(state, claim, event, { event: 'subscriptionEnded', context }));
}

/** A claim that is contested from its submission on says so in its history, right after it. */
function announcedAtOnce(decision: Decision, { at }: Context): Decision {
  const { number, status, historySeq } = decision.claim;
  const seq = historySeq + 1;
  const actor = personOf(programme);
  const event: HistoryEvent = { kind: 'ArbitrationAnnounced' };
  const entry: HistoryEntry = { number, seq, at, actor, side: 'programme', status, event };
  return {
    ...decision,
    claim: { ...decision.claim, historySeq: seq },
    history: [...decision.history, entry],
  };
}

/** The sentence of R52 among the claim's comments. */
function toldOfArbitration(comments: readonly Comment[], { at }: Context) {
  const notice: Comment = { at, side: 'programme', notice: 'arbitration' };
  return { comments: withComment(comments, notice), toldOfArbitrationAt: at };
}

/** Marks a request as answered once the partner has said or added something since (D3). */
function answeredBy(claim: FiledClaim, actor: Actor): FiledClaim {
  return claim.status === 'PartnerActionRequired' && actor.kind === 'partner'
    ? { ...claim, answered: true }
    : claim;
}

/** The slots a decision about this claim must be made with: wherever it moves, or depends on a contest. */
export const slotsNeeded = (claim: Claim, command: Command): string[] => {
  if (command.name === 'submit') return slotsOf(command.details);
  const moveless = command.name === 'comment' || command.name === 'announceEnd';
  if (claim.status === 'Editing' || moveless) return [];
  if (command.name === 'addProof' && claim.status !== 'Approved') return [];
  return slotsOf(claim.details);
};
