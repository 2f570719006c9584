import type { SubmittedClaim } from '../domain/claim.ts';
import type { Command, State } from '../domain/command.ts';
import { slotsNeeded } from '../domain/rules/decide.ts';
import { competingNumbers, emptySlot, lineHasEnded, ownNumbers, type Slot } from '../domain/slot.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';
import type { ClaimsContext } from './claimsContext.ts';
import { claimId } from './documents.ts';
import type { FoundClaim } from './findClaim.ts';
import { createReadSlot, type ReadSlot } from './readSlots.ts';

/** A slot as it was read; `stored` is absent when nobody has ever claimed it. */
export interface SlotAsRead {
  readonly slot: Slot;
  readonly stored?: StoredDocument<Slot>;
}

/** The documents that a decision was made from. Its changes are written under the same ETags. */
export interface ReadDocuments {
  readonly slots: readonly SlotAsRead[];
  readonly claims: readonly StoredDocument<SubmittedClaim>[];
  /** The document in the place of a draft's new claim: there is one only after an interrupted submission. */
  readonly inPlace?: StoredDocument<unknown> | undefined;
}

/** Whose state is read, for which command, in which partition. `readSlot`: slots that a check has read already. */
interface StateAsked {
  readonly found: FoundClaim;
  readonly command: Command;
  readonly pk: string;
  readonly readSlot?: ReadSlot | undefined;
}

/** The state from which a command is decided, and the documents in partition `pk` from which it was read. */
export async function readState(
  { store, zonesOf }: Pick<ClaimsContext, 'store' | 'zonesOf'>,
  { found, command, pk, readSlot = createReadSlot(store) }: StateAsked,
): Promise<{ readonly state: State; readonly read: ReadDocuments }> {
  const claim = found.document.body;
  const [stored, inPlace] = await Promise.all([
    readSlots(readSlot, pk, slotsNeeded(claim, command)),
    found.kind === 'draft' ? store.read(pk, claimId(claim.number)) : undefined,
  ]);
  // R45: where the claim's line has ended, later claims on the slot do not compete with it.
  const slots = stored.filter(({ slot }) => !lineHasEnded(slot, claim.number));
  const claimsOnSlots = (numbersOn: (slot: Slot, partnerId: string) => string[]) =>
    readClaims(
      store,
      pk,
      slots.flatMap(({ slot }) => numbersOn(slot, claim.partnerId)),
    );
  const competing = command.name === 'approve' ? await claimsOnSlots(competingNumbers) : [];
  const own = command.name === 'submit' || command.name === 'edit' ? await claimsOnSlots(ownNumbers) : [];
  const zones =
    command.name === 'remind' && found.kind === 'submitted'
      ? await zonesOf(found.document.body.followers)
      : {};
  const state: State = {
    claim,
    slots: slots.map(({ slot }) => slot),
    competing: competing.map(({ body }) => body),
    own: own.map(({ body }) => body),
    zones,
  };
  return { state, read: { slots, claims: [...competing, ...own], inPlace } };
}

async function readSlots(readSlot: ReadSlot, pk: string, names: readonly string[]): Promise<SlotAsRead[]> {
  return await Promise.all(
    names.map(async (slot) => {
      const stored = await readSlot(pk, slot);
      return stored ? { slot: stored.body, stored } : { slot: emptySlot(slot) };
    }),
  );
}

async function readClaims(
  store: DocumentStore,
  pk: string,
  numbers: readonly string[],
): Promise<StoredDocument<SubmittedClaim>[]> {
  const read = await Promise.all(
    [...new Set(numbers)].map((number) => store.read<SubmittedClaim>(pk, claimId(number))),
  );
  return read.filter((document) => document !== undefined);
}
