import type { Claim, EditingClaim, FiledClaim } from '../domain/claim.ts';
import { lostRace } from '../queue/retry.ts';
import type { DocumentStore, StoredDocument, Write } from '../storage/documents/documentStore.ts';
import {
  abandonedDocument,
  claimDocument,
  draftDocument,
  draftId,
  numberDocument,
  partnerPartition,
} from './documents.ts';
import type { FoundDraft } from './findClaim.ts';

/** What a submission begins with, read before its mark: what changes afterwards makes its writes fail. */
export interface SubmissionBegun {
  readonly draft: FoundDraft;
  /** What stands where the claim is to be created. */
  readonly inPlace: StoredDocument<unknown> | undefined;
  readonly claim: FiledClaim;
}

/**
 * Submitting moves a claim from its partner's partition to its customer's, which no single batch can do. So the draft
 * is marked first, under its ETag: whoever changes it from then on must first make sure that the claim cannot appear
 * any more. Returns the write that creates the claim, to stand in the batch with everything else of the command.
 */
export async function beginSubmission(
  store: DocumentStore,
  { draft, inPlace, claim }: SubmissionBegun,
): Promise<Write | typeof lostRace> {
  const { customerTenantId } = claim.details;
  const { document, pointer } = draft;
  if (inPlace?.type === 'claim') return lostRace;
  const marked = draftDocument({ ...document.body, submittingTo: customerTenantId });
  const mark = await store.batch(document.pk, [{ kind: 'replace', document: marked, etag: document.etag }]);
  if (!mark.ok) return lostRace;
  // Found from now on at the customer, and until the claim is there, as the draft.
  const leading = numberDocument(claim.number, { customerTenantId, partnerId: claim.partnerId });
  const turned = await store.batch(leading.pk, [{ kind: 'replace', document: leading, etag: pointer.etag }]);
  if (!turned.ok) return lostRace;
  return inPlace
    ? { kind: 'replace', document: claimDocument(claim), etag: inPlace.etag }
    : { kind: 'create', document: claimDocument(claim) };
}

/**
 * Makes sure that an interrupted submission cannot finish any more: something stands where its claim would be created,
 * under a new ETag. `lostRace` when it has finished after all.
 */
export async function abandonSubmission(
  store: DocumentStore,
  draft: EditingClaim,
): Promise<'abandoned' | typeof lostRace> {
  if (!draft.submittingTo) return 'abandoned';
  const document = abandonedDocument(draft.submittingTo, draft.number);
  const inPlace = await store.read(document.pk, document.id);
  if (inPlace?.type === 'claim') return lostRace;
  const write: Write = inPlace
    ? { kind: 'replace', document, etag: inPlace.etag }
    : { kind: 'create', document };
  return (await store.batch(document.pk, [write])).ok ? 'abandoned' : lostRace;
}

/** Deletes the draft of a claim that has been submitted: the claim stands in its place. */
export async function dropSubmittedDraft(
  store: DocumentStore,
  { partnerId, number }: Pick<Claim, 'partnerId' | 'number'>,
): Promise<void> {
  const pk = partnerPartition(partnerId);
  await store.batch(pk, [{ kind: 'delete', pk, id: draftId(number) }]);
}
