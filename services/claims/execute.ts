import { type Actor, system } from '../domain/actor.ts';
import type { Claim, SubmittedClaim } from '../domain/claim.ts';
import type { Command } from '../domain/command.ts';
import { granted, type Outcome, type Refused, refused } from '../domain/refusal.ts';
import { decide } from '../domain/rules/decide.ts';
import { mayIssue } from '../domain/rules/moves.ts';
import { isStale } from '../domain/rules/staleness.ts';
import { type Timer, timerToRun } from '../domain/rules/timers.ts';
import type { Slot } from '../domain/slot.ts';
import { lostRace } from '../queue/retry.ts';
import type { ClaimsContext } from './claimsContext.ts';
import { doneId, partnerPartition } from './documents.ts';
import type { FoundClaim } from './findClaim.ts';
import { findVisibleClaim } from './findVisibleClaim.ts';
import type { ReadSlot } from './readSlots.ts';
import { readState } from './readState.ts';
import { saveDecision } from './saveDecision.ts';
import { saveOrRefuse } from './saveOrRefuse.ts';
import { dropSubmittedDraft } from './submission.ts';

/** Which claim, in which version the presser saw it (absent: the current one), and by which activity. */
export interface CommandTarget {
  readonly number: string;
  readonly version?: number;
  readonly commandId: string;
}

/** `repeated`: the same activity was handled before; `claim` is the current one. */
export interface Executed {
  readonly claim: SubmittedClaim;
  readonly repeated: boolean;
  /** The slots that were read or changed, as they are now. */
  readonly slots: readonly Slot[];
}

/** What a command was made from: the claim, and the slots that were read for its check. */
interface CheckedBefore {
  readonly found?: FoundClaim | undefined;
  readonly readSlot?: ReadSlot | undefined;
}

/** A command on a claim that was found, and the partition in which it is decided. */
interface FoundTarget {
  readonly found: FoundClaim;
  readonly command: Command;
  readonly pk: string;
  readonly target: CommandTarget & CheckedBefore;
}

/** Carries out commands: loads, decides, and saves everything of one in one batch of the customer's partition. */
export function createExecute(context: ClaimsContext) {
  const { store, now, queue } = context;

  /**
   * `found` is the claim from which the command was made. Unless the first attempt with it succeeds, or its deadline has
   * passed, the claim is read again: it may have changed since.
   */
  async function execute(
    actor: Actor,
    { found, readSlot, ...target }: CommandTarget & CheckedBefore,
    command: Command,
  ): Promise<Outcome<Executed>> {
    const outcome = await queue(target.number, async () => {
      const first = found ? await attempt(actor, { ...target, found, readSlot }, command) : lostRace;
      if (first !== lostRace && (first.ok || first.refusal.code === 'tooLate')) return first;
      return await saveOrRefuse(() => findAndAttempt(actor, target, command), context.wait);
    });
    if (outcome.ok && !outcome.value.repeated) context.committed();
    return outcome;
  }

  async function findAndAttempt(
    actor: Actor,
    target: CommandTarget,
    command: Command,
  ): Promise<Outcome<Executed> | typeof lostRace> {
    const visible = await findVisibleClaim(store, actor, target.number);
    return visible.ok ? await attempt(actor, { ...target, found: visible.value }, command) : visible;
  }

  async function attempt(
    actor: Actor,
    target: CommandTarget & CheckedBefore & { readonly found: FoundClaim },
    command: Command,
  ): Promise<Outcome<Executed> | typeof lostRace> {
    const { found } = target;
    const claim = found.document.body;
    const expiredAt = await expireIfDue(found, command);
    if (expiredAt) return needsTurn(command) ? refused('tooLate', { until: expiredAt }) : lostRace;
    const asked: FoundTarget = {
      found,
      command,
      pk: partitionOf(found, command),
      target,
    };
    const earlier = mayIssue(actor, command.name) ? await answerOfEarlier(asked) : undefined;
    if (earlier) return earlier;
    const refusal = refusalFor(actor, target, { claim, command });
    if (refusal) return refusal;
    // Commands on one customer queue here; another process loses the race and tries again.
    return await queue(asked.pk, () => decideAndSave(actor, asked));
  }

  /**
   * If the partner's deadline passed before this command, the claim expires first, as of that deadline (R73). Returns
   * the deadline.
   */
  async function expireIfDue(found: FoundClaim, command: Command): Promise<string | undefined> {
    if (found.kind === 'draft' || isTimer(command)) return undefined;
    const claim = found.document.body;
    const timer = timerToRun(claim, now().toISOString(), context.calendar);
    if (timer?.name !== 'expire') return undefined;
    const outcome = await attempt(
      system,
      { ...timerTarget(claim, timer), found },
      { name: 'expire', due: timer.at },
    );
    if (outcome !== lostRace && outcome.ok) context.committed();
    return timer.at;
  }

  /** The answer when the same activity, or another submission of the same draft, came before. */
  async function answerOfEarlier({
    found,
    command,
    pk,
    target,
  }: FoundTarget): Promise<Outcome<Executed> | undefined> {
    if (found.kind === 'draft') return undefined;
    const claim = found.document.body;
    // A crash may have left the draft next to its claim: a repeated submission deletes it.
    if (command.name === 'submit') await dropSubmittedDraft(store, claim);
    // Every command changes the version: if the press saw the current one, it was not carried out before.
    const isAsSeen = target.version === claim.version;
    if (!isAsSeen && (await store.read(pk, doneId(target.commandId))))
      return granted({ claim, repeated: true, slots: [] });
    return command.name === 'submit' ? refused('alreadySubmitted') : undefined;
  }

  async function decideAndSave(
    actor: Actor,
    { found, command, pk, target: { commandId, readSlot } }: FoundTarget,
  ): Promise<Outcome<Executed> | typeof lostRace> {
    const { state, read } = await readState(context, { found, command, pk, readSlot });
    const at = isTimer(command) ? command.due : now().toISOString();
    const decided = decide(state, command, { actor, at, calendar: context.calendar });
    if (!decided.ok) return decided;
    const saved = await saveDecision(store, { found, decision: decided.value, read, commandId });
    if (saved === lostRace) return lostRace;
    const { claim, slots: written } = decided.value;
    const others = state.slots.filter((slot) => !written.some((one) => one.slot === slot.slot));
    return granted({ claim, repeated: false, slots: [...written, ...others] });
  }

  return { execute };
}

/** The timer and its claim as a command's target. It runs once, whichever process finds it. */
export const timerTarget = ({ number }: SubmittedClaim, { name, at }: Timer): CommandTarget => ({
  number,
  commandId: `${name}|${number}|${at}`,
});

/** The role is checked before the version (R97, R98): without the right, nobody learns whether anything changed. */
function refusalFor(
  actor: Actor,
  { version }: CommandTarget,
  { claim, command }: { readonly claim: Claim; readonly command: Command },
): Refused | undefined {
  if (!mayIssue(actor, command.name)) return refused('notAllowed', { command: command.name });
  return isStale(version, claim, command.name) ? refused('changedMeanwhile') : undefined;
}

/** Commands that are no longer possible once the claim has expired. Commenting stays possible (R84). */
const needsTurn = ({ name }: Command): boolean => ['resubmit', 'edit', 'addProof'].includes(name);

const isTimer = (command: Command): command is Extract<Command, { name: 'remind' | 'expire' }> =>
  command.name === 'remind' || command.name === 'expire';

function partitionOf(found: FoundClaim, command: Command): string {
  if (found.kind === 'submitted') return found.document.body.details.customerTenantId;
  return command.name === 'submit'
    ? command.details.customerTenantId
    : partnerPartition(found.document.body.partnerId);
}
