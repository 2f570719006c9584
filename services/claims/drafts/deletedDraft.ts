import type { Actor } from '../../domain/actor.ts';
import { system } from '../../domain/actor.ts';
import { partnerAdminOf } from '../../domain/actors.ts';
import type { Draft } from '../../domain/claim.ts';
import type { DeletedDraft } from '../../domain/draft.ts';
import type { Person } from '../../domain/person.ts';
import { personOf } from '../../domain/person.ts';
import { type Deleter, type Outcome, refused } from '../../domain/refusal.ts';
import { notFoundFor } from '../../domain/rules/notFound.ts';
import { lostRace } from '../../queue/retry.ts';
import type {
  DocumentStore,
  NewDocument,
  StoredDocument,
  Write,
} from '../../storage/documents/documentStore.ts';
import { draftId, type NumberPointer, numberPartition, partnerPartition } from '../documents.ts';
import { toDeleteWrite } from '../proof/uploadDocuments.ts';
import { abandonSubmission } from '../submission.ts';

const rememberedMs = 30 * 86_400_000;

const deletedDraftDocument = (deletion: DeletedDraft): NewDocument<DeletedDraft> => ({
  pk: partnerPartition(deletion.partnerId),
  id: draftId(deletion.number),
  type: 'draftEnd',
  body: deletion,
});

/**
 * Deletes a draft in one batch: a short record takes its place, and its files are marked for deletion. A submission
 * that was interrupted, or is running in another process, can no longer finish. `lostRace` if somebody was faster.
 */
export async function replaceByDeletedDraft(
  store: DocumentStore,
  { pk, body: draft, etag }: StoredDocument<Draft>,
  {
    at,
    by,
    extraWrites = [],
  }: { readonly at: string; readonly by?: Person; readonly extraWrites?: readonly Write[] },
): Promise<DeletedDraft | typeof lostRace> {
  if ((await abandonSubmission(store, draft)) === lostRace) return lostRace;
  const { number, partnerId, proofs, answers } = draft;
  const claimName = answers.claimName?.trim();
  const deletion: DeletedDraft = {
    number,
    partnerId,
    at,
    ...(by ? { by } : {}),
    ...(claimName ? { claimName } : {}),
    files: proofs.length,
    dueAt: new Date(Date.parse(at) + rememberedMs).toISOString(),
  };
  const leaver = by ?? personOf(system);
  const saved = await store.batch(pk, [
    { kind: 'replace', document: deletedDraftDocument(deletion), etag },
    ...proofs.map((proof) => toDeleteWrite(partnerId, proof, { by: leaver, at })),
    ...extraWrites,
  ]);
  return saved.ok ? deletion : lostRace;
}

/** The record of a deleted draft; only for people of its own company. */
export async function findDeletedDraft(
  store: DocumentStore,
  actor: Actor,
  number: string,
): Promise<DeletedDraft | undefined> {
  const admin = partnerAdminOf(actor);
  if (!admin) return undefined;
  const found = await store.read<DeletedDraft>(partnerPartition(admin.partnerId), draftId(number));
  return found?.type === 'draftEnd' ? found.body : undefined;
}

/** Says that there is no such claim, or, to its own company, who deleted the draft and when. */
export async function refuseMissing(
  store: DocumentStore,
  actor: Actor,
  number: string,
): Promise<Outcome<never>> {
  const deletion = await findDeletedDraft(store, actor, number);
  if (!deletion) return notFoundFor(actor);
  return refused('draftDeleted', { number, at: deletion.at, by: deleterOf(deletion, actor) });
}

function deleterOf({ by }: DeletedDraft, reader: Actor): Deleter {
  if (!by) return { kind: 'system' };
  return by.id === reader.personId ? { kind: 'own' } : { kind: 'colleague', name: by.name };
}

/** Deletes the record of a deleted draft. The number goes first, so that after a crash the record is found again. */
export function createForgetDraft({ store }: { readonly store: DocumentStore }) {
  return async ({ pk, id, etag, body }: StoredDocument<DeletedDraft>): Promise<boolean> => {
    const place = { pk: numberPartition(body.number), id: 'number' };
    const pointer = await store.read<NumberPointer>(place.pk, place.id);
    // If this crashed before, another company may have been given the number since.
    if (pointer?.body.partnerId === body.partnerId) {
      const gone = await store.batch(place.pk, [{ kind: 'delete', ...place, etag: pointer.etag }]);
      if (!gone.ok) return false;
    }
    return (await store.batch(pk, [{ kind: 'delete', pk, id, etag }])).ok;
  };
}
