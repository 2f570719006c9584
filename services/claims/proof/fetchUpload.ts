import type { PartnerActor } from '../../domain/actors.ts';
import type { ProofFile } from '../../domain/claim.ts';
import { personOf } from '../../domain/person.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import type { DocumentStore, StoredDocument } from '../../storage/documents/documentStore.ts';
import { type FileStore, newFileId } from '../../storage/files/fileStore.ts';
import { type ArrivingUpload, keptMs, type Upload, uploadDocument } from './uploadDocuments.ts';

/** A file in the chat, not fetched yet. Its link expires within minutes. */
export interface SentFile {
  readonly name: string;
  /** Streams the file into the file store under this ID, within the limits of D9. */
  storeFile(fileId: string): Promise<Outcome<ProofFile>>;
}

/** A file that has arrived, with its document. */
export interface FetchedFile {
  readonly document: StoredDocument<ArrivingUpload>;
  readonly proof: ProofFile;
}

/** Fetches files. Each gets a document before its first byte, so that the sweep finds what a crash leaves behind. */
export function createUploadFetcher({
  store,
  files,
  now,
}: {
  readonly store: DocumentStore;
  readonly files: FileStore;
  readonly now: () => Date;
}) {
  /** Fetches it; a file that is refused leaves nothing behind. */
  async function arrive(actor: PartnerActor, file: SentFile): Promise<Outcome<FetchedFile>> {
    const at = now();
    const body: ArrivingUpload = {
      fileId: newFileId(),
      name: file.name,
      partnerId: actor.partnerId,
      by: personOf(actor),
      at: at.toISOString(),
      sweepAt: new Date(at.getTime() + keptMs).toISOString(),
      state: 'arriving',
    };
    const created = uploadDocument(body);
    const batch = await store.batch(created.pk, [{ kind: 'create', document: created }]);
    if (!batch.ok) return refused('notSaved');
    const document = { ...created, body, etag: batch.etags[0] ?? '' };
    const proof = await file.storeFile(body.fileId);
    if (proof.ok) return granted({ document, proof: proof.value });
    await drop(document);
    return proof;
  }

  /** Deletes a file, then its document. */
  async function drop({ pk, id, body }: StoredDocument<Upload>): Promise<void> {
    await files.delete(body.fileId);
    await store.batch(pk, [{ kind: 'delete', pk, id }]);
  }

  return { arrive, drop };
}
