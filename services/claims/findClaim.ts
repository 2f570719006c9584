import type { EditingClaim, FiledClaim } from '../domain/claim.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';
import { claimId, draftId, type NumberPointer, numberPartition, partnerPartition } from './documents.ts';

/** A draft as it is stored, and what leads to it, each with the ETag to write it under. */
export interface FoundDraft {
  readonly kind: 'draft';
  readonly document: StoredDocument<EditingClaim>;
  readonly pointer: StoredDocument<NumberPointer>;
}

/** A submitted claim as it is stored, with the ETag to write it under. */
export interface FoundFiled {
  readonly kind: 'filed';
  readonly document: StoredDocument<FiledClaim>;
}

/** A claim as it is stored. */
export type FoundClaim = FoundDraft | FoundFiled;

/**
 * Finds a claim by its number. The pointer turns to the customer before the claim is created there, so a crash in
 * between leaves a pointer to a customer without the claim: then the draft still stands.
 */
export async function findClaim(store: DocumentStore, number: string): Promise<FoundClaim | undefined> {
  const pointer = await store.read<NumberPointer>(numberPartition(number), 'number');
  if (!pointer) return undefined;
  const { customerTenantId, partnerId } = pointer.body;
  if (customerTenantId) {
    const filed = await store.read<FiledClaim>(customerTenantId, claimId(number));
    // Or an `abandoned` document: then the draft still stands.
    if (filed?.type === 'claim') return { kind: 'filed', document: filed };
  }
  const draft = await store.read<EditingClaim>(partnerPartition(partnerId), draftId(number));
  // Or what is remembered of a deleted one.
  return draft?.type === 'draft' ? { kind: 'draft', document: draft, pointer } : undefined;
}
