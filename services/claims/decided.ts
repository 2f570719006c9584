import type { AlertEvent } from '../alerts/alert.ts';
import { alertFor, type Mornings } from '../alerts/alertFor.ts';
import { contestAlertFor, type SlotChange } from '../alerts/contestAlertFor.ts';
import { assertNever } from '../assertNever.ts';
import type { Actor } from '../directory/directory.ts';
import type { Comment, FiledClaim, Person, SaidComment } from './claim.ts';
import { dueAfter } from './clocks/timers.ts';
import type { Context, Decision, State } from './command.ts';
import type { HistoryEntry, HistoryEvent } from './history.ts';
import { isContested, type Slot, touch } from './slots/slot.ts';

const keptComments = 20;

/** The fields every submitted claim has, without those of its status. */
export function filedPart(claim: FiledClaim) {
  const { number, version, partnerId, filedBy, proofs, createdAt, updatedAt } = claim;
  const { details, submittedAt, comments, followers, reviewers, historySeq, statusVersion, clock } = claim;
  const { toldOfArbitrationAt, endedSubscriptions, editedVersion } = claim;
  return {
    number,
    version,
    partnerId,
    filedBy,
    proofs,
    createdAt,
    updatedAt,
    details,
    submittedAt,
    comments,
    followers,
    reviewers,
    historySeq,
    statusVersion,
    clock,
    ...(editedVersion ? { editedVersion } : {}),
    ...(toldOfArbitrationAt ? { toldOfArbitrationAt } : {}),
    ...(endedSubscriptions ? { endedSubscriptions } : {}),
  };
}

interface Effects {
  readonly event: AlertEvent;
  /** How each of the state's slots changes; a contested one is written in any case when the status moves. */
  readonly slots?: (slot: Slot) => Slot;
  /** R79: each reader's morning, for a reminder. */
  readonly mornings?: Mornings;
}

/** The claim as it comes out of a command, with what must be saved beside it. Without an event nothing is recorded. */
export function decided(
  state: State,
  claim: FiledClaim,
  event: HistoryEvent | undefined,
  { context, ...effects }: Effects & { readonly context: Context },
): Decision {
  const { claim: from } = state;
  const { kind } = context.actor;
  const actor = personOf(context.actor);
  const seq = claim.historySeq + (event ? 1 : 0);
  const version = claim.version + 1;
  const moved = from.status !== claim.status;
  const { dueAt: earlier, ...standing } = claim;
  // A word said meanwhile must not cost a timer that is due and has not run yet.
  const dueAt = moved || !event ? dueAfter(claim, context.at, context.calendar) : earlier;
  const next: FiledClaim = {
    ...standing,
    ...derivedOf(claim),
    ...(dueAt ? { dueAt } : {}),
    version,
    updatedAt: event ? context.at : claim.updatedAt,
    historySeq: seq,
    statusVersion: moved ? version : claim.statusVersion,
    followers: kind === 'partner' ? withPerson(claim.followers, actor) : claim.followers,
    reviewers: kind === 'reviewer' ? withPerson(claim.reviewers, actor) : claim.reviewers,
  };
  const { number, status } = next;
  const history: HistoryEntry[] = event
    ? [{ number, seq, at: context.at, actor, side: kind, status, event }]
    : [];
  const { mornings = {} } = effects;
  const occasion = { event: effects.event, moved, at: context.at, actorId: actor.id, mornings };
  const changes = slotChanges(state, effects.slots, moved);
  const alerts = [
    alertFor(next, occasion),
    ...changes.map((change) => contestAlertFor(change, next, occasion)),
  ];
  return {
    claim: next,
    history,
    slots: changes.map(({ after }) => after),
    alerts: alerts.filter((alert) => alert !== undefined),
  };
}

/** What lists ask for: whose turn it is, until when, which customer. */
export const derivedOf = (claim: FiledClaim): Pick<FiledClaim, 'turn' | 'deadline' | 'customerDomain'> => ({
  ...turnOf(claim),
  customerDomain: claim.details.customerDomain,
});

/** Whose turn a status is, and until when. */
function turnOf(claim: FiledClaim): Pick<FiledClaim, 'turn' | 'deadline'> {
  switch (claim.status) {
    case 'Submitted':
      return { turn: 'reviewers', deadline: claim.beginBy };
    case 'UnderReview':
      return { turn: 'reviewers', deadline: claim.decideBy };
    case 'PartnerActionRequired':
      return { turn: 'partner', deadline: claim.answerBy };
    case 'Approved':
    case 'Rejected':
      return { turn: 'nobody' };
    default:
      return assertNever(claim);
  }
}

/** A contested slot's card names the status of each claim, so a move is written on the slot too. */
function slotChanges({ slots }: State, change: Effects['slots'], moved: boolean): SlotChange[] {
  if (change) return slots.map((before) => ({ before, after: change(before) }));
  return moved ? slots.filter(isContested).map((before) => ({ before, after: touch(before) })) : [];
}

export const personOf = (actor: Actor): Person => ({ id: actor.personId, name: actor.name });

export const said = (text: string, { at, actor }: Context): SaidComment => ({
  at,
  by: personOf(actor),
  side: actor.kind === 'partner' ? 'partner' : 'reviewer',
  text,
});

export const withComment = (comments: readonly Comment[], added: Comment): readonly Comment[] =>
  [...comments, added].slice(-keptComments);

export const withPerson = (people: readonly Person[], person: Person): readonly Person[] =>
  people.some((known) => known.id === person.id) ? people : [...people, person];
