// Above 200 lines: the way of one command, from loading to its batch, is read together.

import { type Actor, programme } from '../domain/actor.ts';
import type { Claim, FiledClaim } from '../domain/claim.ts';
import type { Command, Decision, State } from '../domain/command.ts';
import { granted, type Outcome, refused } from '../domain/refusal.ts';
import { decide, slotsNeeded } from '../domain/rules/decide.ts';
import { mayIssue, maySee } from '../domain/rules/moves.ts';
import { isStale } from '../domain/rules/staleness.ts';
import { type Timer, timerDue } from '../domain/rules/timers.ts';
import { emptySlot, isOver, ownNumbers, rivalNumbers, type Slot } from '../domain/slot.ts';
import { lostRace } from '../queue/retry.ts';
import type { StoredDocument, Write } from '../storage/documents/documentStore.ts';
import type { ClaimsContext } from './claimsContext.ts';
import {
  alertDocument,
  claimDocument,
  claimId,
  doneDocument,
  doneId,
  draftId,
  historyDocument,
  partnerPartition,
  slotDocument,
  slotId,
} from './documents.ts';
import { refuseMissing } from './drafts/draftEnd.ts';
import { type FoundClaim, findClaim } from './findClaim.ts';
import { saveOrRefuse } from './saveOrRefuse.ts';
import { beginSubmission } from './submission.ts';

/** Which claim, as which version the presser saw it (absent: whatever stands), caused by which activity. */
export interface CommandTarget {
  readonly number: string;
  readonly version?: number;
  readonly commandId: string;
}

/** `repeated`: the same activity had been carried out before; the claim is as it stands now. */
export interface Carried {
  readonly claim: FiledClaim;
  readonly repeated: boolean;
}

/** Loads, decides, and saves everything of a command in one batch of the customer's partition. */
export function createCommands(context: ClaimsContext) {
  const { store, now, queue } = context;

  async function carryOut(actor: Actor, target: CommandTarget, command: Command): Promise<Outcome<Carried>> {
    const outcome = await queue(target.number, () =>
      saveOrRefuse(() => attempt(actor, target, command), context.wait),
    );
    if (outcome.ok && !outcome.value.repeated) context.committed();
    return outcome;
  }

  async function attempt(
    actor: Actor,
    target: CommandTarget,
    command: Command,
  ): Promise<Outcome<Carried> | typeof lostRace> {
    const found = await findClaim(store, target.number);
    if (!found || !maySee(actor, found.document.body))
      return await refuseMissing(store, actor, target.number);
    const claim = found.document.body;
    const over = await endBefore(claim, command);
    if (over) return endsWith(command) ? refused('tooLate', { until: over }) : lostRace;
    const pk = partitionOf(found, command);
    if (found.kind === 'filed') {
      // A crash may have left its draft standing beside the claim: whoever submits again takes it away.
      if (command.name === 'submit') await dropDraft(found.document.body);
      if (await store.read(pk, doneId(target.commandId)))
        return granted({ claim: found.document.body, repeated: true });
      if (command.name === 'submit') return refused('alreadySubmitted');
    }
    // The role before the version (R97, R98): what has changed is no matter of whoever may not do it.
    if (!mayIssue(actor, command.name)) return refused('notAllowed', { command: command.name });
    if (isStale(target.version, claim, command.name)) return refused('changedMeanwhile');
    // Commands on one customer queue here; another process loses the race and tries again.
    return await queue(pk, () => decideAndSave(actor, found, command, { pk, commandId: target.commandId }));
  }

  /** A clock that has run out before this command is carried out first, as of its own time, which is the answer (R73). */
  async function endBefore(claim: Claim, command: Command): Promise<string | undefined> {
    if (claim.status === 'Editing' || isTimer(command)) return undefined;
    const timer = timerDue(claim, now().toISOString(), context.calendar);
    if (timer?.name !== 'expire') return undefined;
    const outcome = await attempt(programme, timerTarget(claim, timer), { name: 'expire', due: timer.at });
    if (outcome !== lostRace && outcome.ok) context.committed();
    return timer.at;
  }

  async function decideAndSave(
    actor: Actor,
    found: FoundClaim,
    command: Command,
    { pk, commandId }: { pk: string; commandId: string },
  ): Promise<Outcome<Carried> | typeof lostRace> {
    const claim = found.document.body;
    const stored = await readSlots(pk, slotsNeeded(claim, command));
    // R45: where its line has ended, whoever came since is no rival of it.
    const slots = stored.filter(({ slot }) => !isOver(slot, claim.number));
    const others = (numbers: (slot: Slot, partnerId: string) => string[]) =>
      readClaims(
        pk,
        slots.flatMap(({ slot }) => numbers(slot, claim.partnerId)),
      );
    const rivals = command.name === 'approve' ? await others(rivalNumbers) : [];
    const own = command.name === 'submit' || command.name === 'edit' ? await others(ownNumbers) : [];
    const bodies = (documents: readonly StoredDocument<FiledClaim>[]) => documents.map(({ body }) => body);
    const zones =
      command.name === 'remind' && found.kind === 'filed'
        ? await context.zonesOf(found.document.body.followers)
        : {};
    const state: State = {
      claim,
      slots: slots.map(({ slot }) => slot),
      rivals: bodies(rivals),
      own: bodies(own),
      zones,
    };
    const at = isTimer(command) ? command.due : now().toISOString();
    const decided = decide(state, command, { actor, at, calendar: context.calendar });
    const read = { slots, claims: [...rivals, ...own] };
    return decided.ok ? await save(found, decided.value, read, commandId) : decided;
  }

  async function readSlots(pk: string, names: readonly string[]): Promise<ReadSlot[]> {
    return await Promise.all(
      names.map(async (slot) => {
        const stored = await store.read<Slot>(pk, slotId(slot));
        return stored ? { slot: stored.body, stored } : { slot: emptySlot(slot) };
      }),
    );
  }

  async function readClaims(pk: string, numbers: readonly string[]): Promise<StoredDocument<FiledClaim>[]> {
    const read = await Promise.all(
      [...new Set(numbers)].map((number) => store.read<FiledClaim>(pk, claimId(number))),
    );
    return read.filter((document) => document !== undefined);
  }

  async function save(
    found: FoundClaim,
    decision: Decision,
    read: ReadForDecision,
    commandId: string,
  ): Promise<Outcome<Carried> | typeof lostRace> {
    const { claim } = decision;
    const pk = claim.details.customerTenantId;
    const claimWrite: Write | typeof lostRace =
      found.kind === 'draft'
        ? await beginSubmission(store, found.document, claim)
        : { kind: 'replace', document: claimDocument(claim), etag: found.document.etag };
    if (claimWrite === lostRace) return lostRace;
    const written = await store.batch(pk, [
      claimWrite,
      ...decision.others.map((other): Write => replaceClaim(other, read.claims)),
      ...decision.history.map((entry): Write => ({ kind: 'create', document: historyDocument(pk, entry) })),
      ...decision.slots.map((slot): Write => writeSlot(pk, slot, read.slots)),
      ...decision.alerts.map((alert): Write => ({ kind: 'create', document: alertDocument(pk, alert) })),
      { kind: 'create', document: doneDocument(pk, commandId, claim.number, claim.updatedAt) },
    ]);
    if (!written.ok) return lostRace;
    if (found.kind === 'draft') await dropDraft(found.document.body);
    return granted({ claim, repeated: false });
  }

  async function dropDraft({ partnerId, number }: Claim): Promise<void> {
    const pk = partnerPartition(partnerId);
    await store.batch(pk, [{ kind: 'delete', pk, id: draftId(number) }]);
  }

  return { carryOut };
}

/** Which timer of which claim: it runs once, whoever finds it. */
export const timerTarget = ({ number }: FiledClaim, { name, at }: Timer): CommandTarget => ({
  number,
  commandId: `${name}|${number}|${at}`,
});

/** What only the turn that has ended allowed; a word can still be said (R84). */
const endsWith = ({ name }: Command): boolean => ['resubmit', 'edit', 'addProof'].includes(name);

const isTimer = (command: Command): command is Extract<Command, { name: 'remind' | 'expire' }> =>
  command.name === 'remind' || command.name === 'expire';

interface ReadSlot {
  readonly slot: Slot;
  readonly stored?: StoredDocument<Slot>;
}

/** What a decision was made from: it is written under the same ETags. */
interface ReadForDecision {
  readonly slots: readonly ReadSlot[];
  readonly claims: readonly StoredDocument<FiledClaim>[];
}

function replaceClaim(claim: FiledClaim, read: readonly StoredDocument<FiledClaim>[]): Write {
  const stored = read.find(({ body }) => body.number === claim.number);
  if (!stored) throw new Error(`${claim.number} was changed by a decision that did not read it.`);
  return { kind: 'replace', document: claimDocument(claim), etag: stored.etag };
}

function partitionOf(found: FoundClaim, command: Command): string {
  if (found.kind === 'filed') return found.document.body.details.customerTenantId;
  return command.name === 'submit'
    ? command.details.customerTenantId
    : partnerPartition(found.document.body.partnerId);
}

function writeSlot(pk: string, slot: Slot, read: readonly ReadSlot[]): Write {
  const stored = read.find((known) => known.slot.slot === slot.slot)?.stored;
  return stored
    ? { kind: 'replace', document: slotDocument(pk, slot), etag: stored.etag }
    : { kind: 'create', document: slotDocument(pk, slot) };
}
