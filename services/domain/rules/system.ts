import { system } from '../actor.ts';
import type { Comment, PartnerActionRequiredClaim, SubmittedClaim } from '../claim.ts';
import type { Command, Context, Decision, State } from '../command.ts';
import { withComment } from '../comments.ts';
import type { HistoryEntry, HistoryEvent } from '../history.ts';
import { personOf } from '../person.ts';
import { granted, type Outcome, refused } from '../refusal.ts';
import { isContested } from '../slot.ts';
import { decision } from './effects.ts';
import { rejection } from './rejection.ts';
import { reminderTime, timersOf } from './timers.ts';

/** R52: a competing claim was submitted after this one. The notice is added once, and only while there is a contest. */
export function announceArbitration(
  state: State,
  claim: SubmittedClaim,
  context: Context,
): Outcome<Decision> {
  if (claim.arbitrationAnnouncedAt || !state.slots.some(isContested)) return refused('changedMeanwhile');
  const set = noticeOfArbitration(claim.comments, context);
  const event = { kind: 'ArbitrationAnnounced' } as const;
  return granted(decision(state, claim, { set, event, news: 'arbitration' }, context));
}

/** R45: the claim keeps its status and line, and records the end. Its partner is notified once of what can be done. */
export function announceSubscriptionEnd(
  state: State,
  claim: SubmittedClaim,
  { subscriptionId }: Extract<Command, { name: 'announceSubscriptionEnd' }>,
  context: Context,
): Outcome<Decision> {
  const before = claim.endedSubscriptions ?? [];
  if (before.includes(subscriptionId)) return refused('changedMeanwhile');
  const notice: Comment = { at: context.at, side: 'system', notice: 'subscriptionEnded', subscriptionId };
  const set = {
    endedSubscriptions: [...before, subscriptionId],
    comments: withComment(claim.comments, notice),
  };
  const event = { kind: 'SubscriptionEnded', subscriptionId } as const;
  return granted(decision(state, claim, { set, event, news: 'subscriptionEnded' }, context));
}

/** R79: the claim's followers are reminded on the morning of the day, once for each day. */
export function remind(
  state: State,
  claim: SubmittedClaim,
  { due }: Extract<Command, { name: 'remind' }>,
  context: Context,
): Outcome<Decision> {
  const { calendar } = context;
  const timer = timersOf(claim, calendar).find(({ name, at }) => name === 'remind' && at === due);
  const hasRun = claim.dueAt === undefined || due < claim.dueAt;
  if (timer?.name !== 'remind' || hasRun) return refused('changedMeanwhile');
  const mornings = Object.fromEntries(
    claim.followers.map(({ id }) => [id, reminderTime(timer, calendar, state.zones?.[id])]),
  );
  return granted(decision(state, claim, { news: 'deadlineNear', mornings }, context));
}

/** R73: five business days without an answer. The claim leaves its slots, as with any rejection. */
export function expire(state: State, claim: PartnerActionRequiredClaim, context: Context): Outcome<Decision> {
  return granted(rejection(state, claim, { reason: 'NoPartnerResponse', comment: '' }, context));
}

/** The notice of R52, added to the claim's comments. */
export function noticeOfArbitration(comments: readonly Comment[], { at }: Context) {
  const notice: Comment = { at, side: 'system', notice: 'arbitration' };
  return { comments: withComment(comments, notice), arbitrationAnnouncedAt: at };
}

/** Adds the arbitration notice to the history, right after the entry of the command that made the claim contested. */
export function announcement(decision: Decision, { at }: Context): Decision {
  const { number, status, historySeq } = decision.claim;
  const seq = historySeq + 1;
  const actor = personOf(system);
  const event: HistoryEvent = { kind: 'ArbitrationAnnounced' };
  const entry: HistoryEntry = { number, seq, at, actor, side: 'system', status, event };
  return {
    ...decision,
    claim: { ...decision.claim, historySeq: seq },
    history: [...decision.history, entry],
  };
}
