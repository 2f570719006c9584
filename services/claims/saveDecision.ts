import type { SubmittedClaim } from '../domain/claim.ts';
import type { Decision } from '../domain/command.ts';
import type { Slot } from '../domain/slot.ts';
import { lostRace } from '../queue/retry.ts';
import type { DocumentStore, StoredDocument, Write } from '../storage/documents/documentStore.ts';
import { alertDocument, claimDocument, doneDocument, historyDocument, slotDocument } from './documents.ts';
import type { FoundClaim } from './findClaim.ts';
import type { ReadDocuments, SlotAsRead } from './readState.ts';
import { beginSubmission, dropSubmittedDraft } from './submission.ts';

/** A decision, the claim before it, the other documents it was made from, and the activity that caused it. */
export interface DecisionMade {
  readonly found: FoundClaim;
  readonly decision: Decision;
  readonly read: ReadDocuments;
  readonly commandId: string;
}

/**
 * Saves everything of a decision in one batch of the customer's partition: its claims, history, slots and alerts, and
 * the mark of its activity. `lostRace` when a document that it was made from has changed since.
 */
export async function saveDecision(
  store: DocumentStore,
  { found, decision, read, commandId }: DecisionMade,
): Promise<'saved' | typeof lostRace> {
  const { claim } = decision;
  const pk = claim.details.customerTenantId;
  const claimWrite: Write | typeof lostRace =
    found.kind === 'draft'
      ? await beginSubmission(store, { draft: found, inPlace: read.inPlace, claim })
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
  if (found.kind === 'draft') await dropSubmittedDraft(store, found.document.body);
  return 'saved';
}

function replaceClaim(claim: SubmittedClaim, read: readonly StoredDocument<SubmittedClaim>[]): Write {
  const stored = read.find(({ body }) => body.number === claim.number);
  if (!stored) throw new Error(`${claim.number} was changed by a decision that did not read it.`);
  return { kind: 'replace', document: claimDocument(claim), etag: stored.etag };
}

function writeSlot(pk: string, slot: Slot, read: readonly SlotAsRead[]): Write {
  const stored = read.find((known) => known.slot.slot === slot.slot)?.stored;
  return stored
    ? { kind: 'replace', document: slotDocument(pk, slot), etag: stored.etag }
    : { kind: 'create', document: slotDocument(pk, slot) };
}
