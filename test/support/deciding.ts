import assert from 'node:assert/strict';
import { createCalendar } from '../../services/calendar/calendar.ts';
import type { Actor } from '../../services/domain/actor.ts';
import type { Claim, SubmittedClaim } from '../../services/domain/claim.ts';
import type { Command, Decision, State } from '../../services/domain/command.ts';
import type { Outcome, Refusal } from '../../services/domain/refusal.ts';
import { decide } from '../../services/domain/rules/decide.ts';

/** The Monday of Thanksgiving week, 10:00 in Los Angeles. */
export const thanksgivingMonday = '2026-11-23T18:00:00.000Z';

/** One call of `decide`: the claim, who does what, and, if it matters, when and with which competing claims. */
export interface Situation extends Partial<Omit<State, 'claim'>> {
  readonly actor: Actor;
  readonly at?: string;
}

const calendar = createCalendar();

/** Asks `decide`; everything handed in is frozen, so that a rule which changes its input fails. */
export function deciding(claim: Claim, command: Command, situation: Situation): Outcome<Decision> {
  const { actor, at = thanksgivingMonday, slots = [], competing = [], own = [] } = situation;
  return decide(frozen({ claim, slots, competing, own }), frozen(command), {
    at,
    actor: frozen(actor),
    calendar,
  });
}

/** The decision; fails when it was a refusal. */
export function decisionOf(claim: Claim, command: Command, situation: Situation): Decision {
  const outcome = deciding(claim, command, situation);
  assert(outcome.ok, `refused: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** The claim after a command; fails when it was refused or is not in that status. */
export function claimAfter<S extends SubmittedClaim['status']>(
  status: S,
  decision: Decision,
): Extract<SubmittedClaim, { status: S }> {
  assert.equal(decision.claim.status, status);
  return decision.claim as Extract<SubmittedClaim, { status: S }>;
}

/** The refusal; fails when it was granted. */
export function refusalOf(outcome: Outcome<unknown>): Refusal {
  assert(!outcome.ok, 'was granted');
  return outcome.refusal;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
