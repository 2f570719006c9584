import type { Actor } from '../../domain/actor.ts';
import { partnerPersonOf } from '../../domain/actors.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import type { DocumentStore, StoredDocument } from '../../storage/documents/documentStore.ts';
import { partnerPartition } from '../documents.ts';
import { type Upload, type UploadEnd, uploadId, type WaitingUpload } from './uploadDocuments.ts';

/** This person's own waiting file, with its document; `fileAdded`, `fileDiscarded` or `fileGone` otherwise. */
export async function findUpload(
  store: DocumentStore,
  actor: Actor,
  fileId: string,
): Promise<Outcome<StoredDocument<WaitingUpload>>> {
  const person = partnerPersonOf(actor);
  if (!person) return refused('fileGone');
  const found = await store.read<Upload | UploadEnd>(partnerPartition(person.partnerId), uploadId(fileId));
  if (!found || found.body.by.id !== person.personId) return refused('fileGone');
  const { body } = found;
  if ('outcome' in body) {
    return body.outcome === 'added'
      ? refused('fileAdded', { file: body.name, number: body.number })
      : refused('fileDiscarded', { file: body.name });
  }
  if (body.state === 'leaving') return refused('fileDiscarded', { file: body.name });
  return body.state === 'waiting' ? granted({ ...found, body }) : refused('fileGone');
}
