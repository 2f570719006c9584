import type { Actor } from '../../domain/actor.ts';
import type { Draft } from '../../domain/claim.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import type { FileStore } from '../../storage/files/fileStore.ts';
import { partnerPartition } from '../documents.ts';
import type { DraftTarget } from '../drafts/changeDraft.ts';
import type { Drafts } from '../drafts/drafts.ts';
import { findUpload } from './findUpload.ts';
import {
  deletionWrite,
  markedForDeletion,
  type Upload,
  uploadDocument,
  uploadId,
  type WaitingUpload,
} from './uploadDocuments.ts';

/** Deletes files on request. A file is first marked, then deleted, so that the sweep can finish after a crash. */
export function createUploadDeletion({
  store,
  files,
  drafts,
  now,
}: {
  readonly store: DocumentStore;
  readonly files: FileStore;
  readonly drafts: Drafts;
  readonly now: () => Date;
}) {
  /** Deletes this person's own waiting file. */
  async function discard(actor: Actor, fileId: string): Promise<Outcome<WaitingUpload>> {
    const found = await findUpload(store, actor, fileId);
    if (!found.ok) return found;
    const { pk, body, etag } = found.value;
    if (body.number) return refused('fileAdded', { file: body.name, number: body.number });
    const at = now().toISOString();
    const document = uploadDocument(markedForDeletion(body, at));
    const marked = await store.batch(pk, [{ kind: 'replace', document, etag }]);
    // The same file was changed meanwhile: trying once more says what became of it.
    if (!marked.ok) return await discard(actor, fileId);
    await files.delete(fileId);
    const left = { ...document, etag: marked.etags[0] ?? '' };
    await store.batch(pk, [deletionWrite(left, { outcome: 'discarded' }, at)]);
    return granted(body);
  }

  /** R60: removes a file from a draft, and deletes it. */
  async function removeFromDraft(actor: Actor, target: DraftTarget, fileId: string): Promise<Outcome<Draft>> {
    const removed = await drafts.removeProof(actor, target, fileId);
    if (!removed.ok) return removed;
    const pk = partnerPartition(removed.value.partnerId);
    const id = uploadId(fileId);
    const left = await store.read<Upload>(pk, id);
    // Only a file that was on a draft of this company: the ID comes from the card's data.
    if (left?.type !== 'upload' || left.body.state !== 'leaving') return removed;
    await files.delete(fileId);
    await store.batch(pk, [{ kind: 'delete', pk, id }]);
    return removed;
  }

  return { discard, removeFromDraft };
}
