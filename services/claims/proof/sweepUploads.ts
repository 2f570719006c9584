import type { DocumentStore, StoredDocument } from '../../storage/documents/documentStore.ts';
import type { FileStore } from '../../storage/files/fileStore.ts';
import { findClaim } from '../findClaim.ts';
import { deletionWrite, markedForDeletion, type Upload, uploadDocument } from './uploadDocuments.ts';

interface SweepDependencies {
  readonly store: DocumentStore;
  readonly files: FileStore;
}

/**
 * Deletes a stored file that is on no claim and whose time is over: its transfer was interrupted, it was never
 * assigned, or it was removed but not deleted yet. Two processes may sweep at once. True when its document was replaced
 * or deleted.
 */
export function createSweepUpload({ store, files }: SweepDependencies) {
  return async function sweepOne(upload: StoredDocument<Upload>, at: string): Promise<boolean> {
    const number = await claimWith(upload.body);
    if (number)
      return (await store.batch(upload.pk, [deletionWrite(upload, { outcome: 'added', number }, at)])).ok;
    const left = await marked(upload, at);
    if (!left) return false;
    await files.delete(left.body.fileId);
    const { pk, id, etag } = left;
    return (await store.batch(pk, [{ kind: 'delete', pk, id, etag }])).ok;
  };

  /** The claim that already has the file: a process may have died while it added the file to a submitted claim. */
  async function claimWith(upload: Upload): Promise<string | undefined> {
    if (upload.state !== 'waiting' || !upload.number) return undefined;
    const found = await findClaim(store, upload.number);
    const carried = found?.document.body.proofs.some(({ id }) => id === upload.fileId);
    return carried ? upload.number : undefined;
  }

  /** Marks the document before the file is deleted, so that a press at the same moment cannot put it on a claim. */
  async function marked(
    upload: StoredDocument<Upload>,
    at: string,
  ): Promise<StoredDocument<Upload> | undefined> {
    if (upload.body.state === 'leaving') return upload;
    const body = markedForDeletion(upload.body, at);
    const batch = await store.batch(upload.pk, [
      { kind: 'replace', document: uploadDocument(body), etag: upload.etag },
    ]);
    return batch.ok ? { ...upload, body, etag: batch.etags[0] ?? '' } : undefined;
  }
}
