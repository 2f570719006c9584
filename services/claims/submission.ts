import type { Claim, Draft, SubmittedClaim } from '../domain/claim.ts';
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

/** What a submission starts from. All of it is read before the draft is marked, so that later changes make the writes fail. */
export interface SubmissionBegun {
  readonly draft: FoundDraft;
  /** The document in the place of the new claim, if there is one. */
  readonly inPlace: StoredDocument<unknown> | undefined;
  readonly claim: SubmittedClaim;
}

/**
 * Submitting moves a claim from its partner's partition to its customer's, which no single batch can do. Therefore the
 * draft is marked first, under its ETag: any later change of it must first make sure that the claim can no longer
 * appear. Returns the write that creates the claim, for the batch with everything else of the command.
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
  // From now on the number leads to the customer, and to the draft until the claim is there.
  const leading = numberDocument(claim.number, { customerTenantId, partnerId: claim.partnerId });
  const turned = await store.batch(leading.pk, [{ kind: 'replace', document: leading, etag: pointer.etag }]);
  if (!turned.ok) return lostRace;
  return inPlace
    ? { kind: 'replace', document: claimDocument(claim), etag: inPlace.etag }
    : { kind: 'create', document: claimDocument(claim) };
}

/**
 * Makes sure that an interrupted submission can no longer finish: the place of its claim is taken by another document,
 * under a new ETag. `lostRace` when it has finished after all.
 */
export async function abandonSubmission(
  store: DocumentStore,
  draft: Draft,
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

/** Deletes the draft of a claim that has been submitted; the claim replaces it. */
export async function dropSubmittedDraft(
  store: DocumentStore,
  { partnerId, number }: Pick<Claim, 'partnerId' | 'number'>,
): Promise<void> {
  const pk = partnerPartition(partnerId);
  await store.batch(pk, [{ kind: 'delete', pk, id: draftId(number) }]);
}
