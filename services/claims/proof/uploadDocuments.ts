import type { ProofFile } from '../../domain/claim.ts';
import type { Person } from '../../domain/person.ts';
import type { NewDocument, StoredDocument, Write } from '../../storage/documents/documentStore.ts';
import { partnerPartition } from '../documents.ts';

interface Sent {
  /** The file's ID in the FileStore, known before its first byte. */
  readonly fileId: string;
  readonly name: string;
  readonly partnerId: string;
  readonly by: Person;
  readonly at: string;
  /** From this instant on the sweep deletes it. */
  readonly sweepAt: string;
}

/** A file that is being received, or whose process died while it was received. */
export type ArrivingUpload = Sent & { readonly state: 'arriving' };

/** A file that is stored until its sender says which claim it is for. */
export type WaitingUpload = Sent & {
  readonly state: 'waiting';
  readonly proof: ProofFile;
  /** The submitted claim to which it is being added, in another partition. */
  readonly number?: string;
};

/** A file that is about to be deleted: discarded, removed from its draft, or never assigned to a claim. */
export type UploadToDelete = Sent & { readonly state: 'leaving' };

/** A stored file that is on no claim: each such file has this document, so that none is left behind. */
export type Upload = ArrivingUpload | WaitingUpload | UploadToDelete;

/** What became of a file that was sent; stored for a week, for old cards. */
export type DeletedUpload = { readonly name: string; readonly by: Person } & Ending;

/** `number`: the claim it was added to. */
type Ending = { readonly outcome: 'added'; readonly number: string } | { readonly outcome: 'discarded' };

const dayMs = 86_400_000;
const endDays = 7;

/** How long a file is kept without a claim, in milliseconds. */
export const keptMs = dayMs;

export const uploadId = (fileId: string): string => `upload:${fileId}`;

export const uploadDocument = (upload: Upload): NewDocument<Upload> => ({
  pk: partnerPartition(upload.partnerId),
  id: uploadId(upload.fileId),
  type: 'upload',
  body: upload,
});

/** The write that replaces the file's document with a record of what became of the file. */
export function deletionWrite(
  { pk, id, body, etag }: StoredDocument<Upload>,
  end: Ending,
  at: string,
): Write {
  const document: NewDocument<DeletedUpload> = {
    pk,
    id,
    type: 'uploadEnd',
    body: { name: body.name, by: body.by, ...end },
    expiresAt: new Date(Date.parse(at) + endDays * dayMs).toISOString(),
  };
  return { kind: 'replace', document, etag };
}

/** The file's document, marked for deletion. */
export function markedForDeletion(upload: Upload, at: string): UploadToDelete {
  const { fileId, name, partnerId, by, at: sentAt } = upload;
  return { fileId, name, partnerId, by, at: sentAt, sweepAt: at, state: 'leaving' };
}

/** The write that is saved when a file is removed from a draft: from then on the sweep knows of the file. */
export function toDeleteWrite(
  partnerId: string,
  { id: fileId, name }: ProofFile,
  { by, at }: { readonly by: Person; readonly at: string },
): Write {
  const sent = { fileId, name, partnerId, by, at };
  const document = uploadDocument({ ...sent, sweepAt: at, state: 'leaving' });
  return { kind: 'upsert', document };
}
