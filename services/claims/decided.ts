import type { AlertEvent } from '../alerts/alert.ts';
import { alertFor } from '../alerts/alertFor.ts';
import type { Actor } from '../directory/directory.ts';
import type { Claim, Comment, FiledClaim, Person } from './claim.ts';
import type { Context, Decision } from './command.ts';
import type { HistoryEntry, HistoryEvent } from './history.ts';
import type { Slot } from './slot.ts';

const keptComments = 20;

/** The fields every submitted claim has, without those of its status. */
export function filedPart(claim: FiledClaim) {
  const { number, version, partnerId, filedBy, proofs, createdAt, updatedAt } = claim;
  const { details, submittedAt, comments, followers, reviewers, historySeq, statusVersion } = claim;
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
  };
}

interface Effects {
  readonly event: AlertEvent;
  readonly slots?: readonly Slot[];
}

export function decided(
  { from, to: claim }: { readonly from: Claim; readonly to: FiledClaim },
  event: HistoryEvent,
  context: Context,
  effects: Effects,
): Decision {
  const actor = personOf(context.actor);
  const isPartner = context.actor.kind === 'partner';
  const seq = claim.historySeq + 1;
  const version = claim.version + 1;
  const moved = from.status !== claim.status;
  const next: FiledClaim = {
    ...claim,
    version,
    updatedAt: context.at,
    historySeq: seq,
    statusVersion: moved ? version : claim.statusVersion,
    followers: isPartner ? withPerson(claim.followers, actor) : claim.followers,
    reviewers: isPartner ? claim.reviewers : withPerson(claim.reviewers, actor),
  };
  const entry: HistoryEntry = {
    number: claim.number,
    seq,
    at: context.at,
    actor,
    side: context.actor.kind,
    status: next.status,
    event,
  };
  const alert = alertFor(next, { event: effects.event, moved, at: context.at, actorId: actor.id });
  return { claim: next, history: [entry], slots: effects.slots ?? [], ...(alert ? { alert } : {}) };
}

export const personOf = (actor: Actor): Person => ({ id: actor.personId, name: actor.name });

export const said = (text: string, context: Context): Comment => ({
  at: context.at,
  by: personOf(context.actor),
  side: context.actor.kind,
  text,
});

export const withComment = (claim: FiledClaim, added: Comment): readonly Comment[] =>
  [...claim.comments, added].slice(-keptComments);

export const withPerson = (people: readonly Person[], person: Person): readonly Person[] =>
  people.some((known) => known.id === person.id) ? people : [...people, person];
