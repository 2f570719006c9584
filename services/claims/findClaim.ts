import type { Draft, SubmittedClaim } from '../domain/claim.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';
import { claimId, draftId, type NumberPointer, numberPartition, partnerPartition } from './documents.ts';

/** A stored draft and the document that its number leads to, each with its ETag. */
export interface FoundDraft {
  readonly kind: 'draft';
  readonly document: StoredDocument<Draft>;
  readonly pointer: StoredDocument<NumberPointer>;
}

/** A stored submitted claim with its ETag. */
export interface FoundSubmitted {
  readonly kind: 'submitted';
  readonly document: StoredDocument<SubmittedClaim>;
}

/** A stored claim. */
export type FoundClaim = FoundDraft | FoundSubmitted;

/**
 * Finds a claim by its number. The number points to the customer before the claim is created there. After a crash in
 * between, the customer has no such claim: then the draft still counts.
 */
export async function findClaim(store: DocumentStore, number: string): Promise<FoundClaim | undefined> {
  const pointer = await store.read<NumberPointer>(numberPartition(number), 'number');
  if (!pointer) return undefined;
  const { customerTenantId, partnerId } = pointer.body;
  if (customerTenantId) {
    const submitted = await store.read<SubmittedClaim>(customerTenantId, claimId(number));
    // It can also be an `abandoned` document: then the draft still counts.
    if (submitted?.type === 'claim') return { kind: 'submitted', document: submitted };
  }
  const draft = await store.read<Draft>(partnerPartition(partnerId), draftId(number));
  // It can also be the record of a deleted draft.
  return draft?.type === 'draft' ? { kind: 'draft', document: draft, pointer } : undefined;
}
