import type { AlertEvent } from '../alert.ts';
import type { Claim, SubmittedClaim } from '../claim.ts';
import type { Context, Decision, State } from '../command.ts';
import type { HistoryEntry, HistoryEvent } from '../history.ts';
import { personOf } from '../person.ts';
import { isContested, type Slot, touch } from '../slot.ts';
import { alertFor, type SendingTimes } from './alertFor.ts';
import { contestAlertFor, type SlotChange } from './contestAlertFor.ts';
import { applyUpdate, type ClaimUpdate, evolve } from './evolve.ts';

/** What a decision has done to one claim. */
export interface ClaimChange {
  readonly before: Claim;
  readonly after: SubmittedClaim;
  /** What its history says; absent: nothing is recorded. */
  readonly event?: HistoryEvent | undefined;
  /** The event that is reported (R99). */
  readonly news: AlertEvent;
  /** R79: each reader's morning, for a reminder. */
  readonly mornings?: SendingTimes;
}

/** What a decision does to slots: those it was made with, and how each changes. */
export interface SlotsChange {
  readonly slots: readonly Slot[];
  /** Absent: only contested slots are written, and only when a status changes, because the contest's card shows it. */
  readonly change?: ((slot: Slot) => Slot) | undefined;
}

/**
 * What must be saved together with the changed claims, the commanded one first: their history, each slot once even if
 * several of the claims are on it, and the alerts.
 */
export function effects(
  [first, ...others]: readonly [ClaimChange, ...ClaimChange[]],
  slots: SlotsChange,
  context: Context,
): Decision {
  const all = [first, ...others];
  const cause = { at: context.at, actorId: context.actor.personId };
  const slotChanges = slotChangesOf(slots, all.some(isMove));
  const alerts = [
    ...all.map((one) => alertFor(one.after, { ...cause, ...causeOf(one) })),
    ...slotChanges.map((change) => contestAlertFor(change, first.after, cause)),
  ];
  return {
    claim: first.after,
    others: others.map(({ after }) => after),
    history: all.flatMap((one) => historyOf(one, context)),
    slots: slotChanges.map(({ after }) => after),
    alerts: alerts.filter((alert) => alert !== undefined),
  };
}

/** A decision that concerns one claim: its change, its history entry and its alerts. */
export function decision(
  { claim: before, slots }: State,
  claim: SubmittedClaim,
  {
    event,
    news,
    mornings = {},
    slotAfter,
    ...change
  }: ClaimUpdate &
    Pick<ClaimChange, 'event' | 'news' | 'mornings'> & { readonly slotAfter?: SlotsChange['change'] },
  context: Context,
): Decision {
  const after = evolve(before, applyUpdate(claim, change), { event, context });
  return effects([{ before, after, event, news, mornings }], { slots, change: slotAfter }, context);
}

const isMove = ({ before, after }: ClaimChange): boolean => before.status !== after.status;

const causeOf = (one: ClaimChange) => ({
  event: one.news,
  moved: isMove(one),
  mornings: one.mornings ?? {},
});

function historyOf({ after, event }: ClaimChange, { at, actor }: Context): HistoryEntry[] {
  if (!event) return [];
  const { number, status, historySeq: seq } = after;
  return [{ number, seq, at, actor: personOf(actor), side: actor.kind, status, event }];
}

function slotChangesOf({ slots, change }: SlotsChange, moved: boolean): SlotChange[] {
  if (change) return slots.map((before) => ({ before, after: change(before) }));
  return moved ? slots.filter(isContested).map((before) => ({ before, after: touch(before) })) : [];
}
