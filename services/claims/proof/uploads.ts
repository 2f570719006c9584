import type { Actor } from '../../domain/actor.ts';
import { type PartnerActor, partnerPersonOf } from '../../domain/actors.ts';
import type { Draft } from '../../domain/claim.ts';
import { defaultQuotas, type Quotas } from '../../domain/quotas.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import { mayIssue } from '../../domain/rules/moves.ts';
import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import type { FileStore } from '../../storage/files/fileStore.ts';
import type { Claims } from '../claims.ts';
import {
  type DoneMark,
  doneId,
  partnerPartition,
  type ReceivedMark,
  receivedDocument,
} from '../documents.ts';
import type { DraftTarget } from '../drafts/changeDraft.ts';
import { createAddUpload } from './addUpload.ts';
import { createUploadDeletion } from './deleteUpload.ts';
import { createUploadFetcher, type SentFile } from './fetchUpload.ts';
import { createFileTargets } from './fileTargets.ts';
import { findUpload } from './findUpload.ts';
import { createSweepUpload } from './sweepUploads.ts';
import { deletionWrite, uploadDocument, type WaitingUpload } from './uploadDocuments.ts';
import { mayKeepAnother } from './uploadQuota.ts';

export interface UploadDependencies {
  readonly store: DocumentStore;
  readonly files: FileStore;
  readonly claims: Claims;
  readonly now: () => Date;
  /** D22; absent: the defaults. */
  readonly quotas?: Quotas;
}

/** Files on their way to a claim. Each has a document from before its first byte until it is on a claim or deleted. */
export function createUploads(dependencies: UploadDependencies) {
  const { store, claims, now, quotas = defaultQuotas } = dependencies;
  const arrivals = createUploadFetcher(dependencies);

  /** Adds a file directly to a draft. A repeated message (`commandId`) gets the current draft. */
  async function addToDraft(
    actor: Actor,
    { number, commandId }: DraftTarget,
    file: SentFile,
  ): Promise<Outcome<Draft>> {
    const attacher = attacherOf(actor);
    if (!attacher) return refused('notAllowed', { command: 'addProof' });
    if (await store.read(partnerPartition(attacher.partnerId), doneId(commandId))) {
      return await draftOf(attacher, number);
    }
    const arrived = await arrivals.arrive(attacher, file);
    if (!arrived.ok) return arrived;
    const { document, proof } = arrived.value;
    const end = deletionWrite(document, { outcome: 'added', number }, now().toISOString());
    const added = await claims.drafts.addProof(attacher, { number, commandId }, proof, [end]);
    // If the message reached two processes at the same moment, the draft has the other one's copy of the file.
    const used = added.ok && added.value.proofs.some(({ id }) => id === proof.id);
    if (!used) await arrivals.drop(document);
    return added;
  }

  async function draftOf(actor: Actor, number: string): Promise<Outcome<Draft>> {
    const found = await claims.get(actor, number);
    if (!found.ok) return found;
    return found.value.status === 'Editing' ? granted(found.value) : refused('alreadySubmitted');
  }

  /** Stores a file until its sender says which claim it is for. A repeated message finds the same file. */
  async function receive(actor: Actor, file: SentFile, commandId: string): Promise<Outcome<WaitingUpload>> {
    const attacher = attacherOf(actor);
    if (!attacher) return refused('notAllowed', { command: 'addProof' });
    const before = await receivedBefore(attacher, file, commandId);
    if (before) return before;
    const within = await mayKeepAnother(store, attacher, quotas);
    if (!within.ok) return within;
    const arrived = await arrivals.arrive(attacher, file);
    if (!arrived.ok) return arrived;
    const { document, proof } = arrived.value;
    const { pk, body, etag } = document;
    const waiting: WaitingUpload = { ...body, state: 'waiting', proof };
    const mark = receivedDocument(pk, commandId, body.fileId, now().toISOString());
    const kept = await store.batch(pk, [
      { kind: 'replace', document: uploadDocument(waiting), etag },
      { kind: 'create', document: mark },
    ]);
    if (kept.ok) return granted(waiting);
    // If the message reached two processes at the same moment, the other one has stored the file.
    await arrivals.drop(document);
    return (await receivedBefore(attacher, file, commandId)) ?? refused('notSaved');
  }

  async function receivedBefore(
    actor: PartnerActor,
    { name }: SentFile,
    commandId: string,
  ): Promise<Outcome<WaitingUpload> | undefined> {
    const pk = partnerPartition(actor.partnerId);
    const mark = await store.read<DoneMark | ReceivedMark>(pk, doneId(commandId));
    if (!mark) return undefined;
    return 'fileId' in mark.body
      ? await find(actor, mark.body.fileId)
      : refused('fileAdded', { file: name, number: mark.body.number });
  }

  /** This person's own waiting file; otherwise a refusal that says what became of it. */
  async function find(actor: Actor, fileId: string): Promise<Outcome<WaitingUpload>> {
    const found = await findUpload(store, actor, fileId);
    return found.ok ? granted(found.value.body) : found;
  }

  return {
    addToDraft,
    receive,
    find,
    ...createUploadDeletion({ ...dependencies, drafts: claims.drafts }),
    addToClaim: createAddUpload(dependencies),
    ...createFileTargets(dependencies),
    /** Deletes a file that is on no claim, once its time is over. */
    sweepOne: createSweepUpload(dependencies),
  };
}

export type Uploads = ReturnType<typeof createUploads>;

/** R97: the actor, if they may add files to their company's claims. */
function attacherOf(actor: Actor): PartnerActor | undefined {
  const person = partnerPersonOf(actor);
  return person && mayIssue(person, 'addProof') ? person : undefined;
}
