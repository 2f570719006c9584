import type { Actor } from '../../domain/actor.ts';
import type { Claim, SubmittedClaim } from '../../domain/claim.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import type { DocumentStore, StoredDocument } from '../../storage/documents/documentStore.ts';
import type { Claims } from '../claims.ts';
import { findUpload } from './findUpload.ts';
import { deletionWrite, uploadDocument, type WaitingUpload } from './uploadDocuments.ts';

/** How long the sweep leaves alone a file that is being added to a claim, in milliseconds. */
const addingMs = 3_600_000;

type Waiting = StoredDocument<WaitingUpload>;

/**
 * Adds a waiting file to a claim. A draft is in the file's own partition, so one batch is enough. A submitted claim is
 * in another partition: the file is first marked with the claim's number, so that after a crash the next press, on any
 * claim, finishes the work.
 */
export function createAddUpload(dependencies: {
  readonly store: DocumentStore;
  readonly claims: Claims;
  readonly now: () => Date;
}) {
  const { store, claims, now } = dependencies;
  const instant = () => now().toISOString();

  return async function addUpload(actor: Actor, fileId: string, number: string): Promise<Outcome<Claim>> {
    const found = await findUpload(store, actor, fileId);
    if (!found.ok) return found;
    const begun = found.value.body.number;
    if (!begun || begun === number) return await addTo(actor, found.value, number);
    const first = await addTo(actor, found.value, begun);
    if (first.ok) return first;
    const present = await findUpload(store, actor, fileId);
    if (!present.ok) return present;
    return present.value.body.number ? refused('notSaved') : await addTo(actor, present.value, number);
  };

  async function addTo(actor: Actor, upload: Waiting, number: string): Promise<Outcome<Claim>> {
    const claim = await claims.get(actor, number);
    if (claim.ok && claim.value.status !== 'Editing') return await addToFiled(actor, upload, number);
    if (!claim.ok) return await unmarked(upload, claim);
    const end = deletionWrite(upload, { outcome: 'added', number }, instant());
    return await claims.drafts.addProof(actor, targetOf(upload, number), upload.body.proof, [end]);
  }

  async function addToFiled(actor: Actor, upload: Waiting, number: string): Promise<Outcome<SubmittedClaim>> {
    const marked = upload.body.number ? upload : await replaced(upload, { ...upload.body, number });
    if (!marked) return refused('notSaved');
    const target = targetOf(upload, number);
    const added = await claims.execute(actor, target, { name: 'addProof', proof: upload.body.proof });
    if (!added.ok) return await unmarked(marked, added);
    await store.batch(marked.pk, [deletionWrite(marked, { outcome: 'added', number }, instant())]);
    return granted(added.value.claim);
  }

  /** The claim did not accept the file, so it waits for another claim. */
  async function unmarked<T extends Outcome<never>>(upload: Waiting, refusal: T): Promise<T> {
    const { number, ...body } = upload.body;
    if (number) await replaced(upload, body);
    return refusal;
  }

  async function replaced(upload: Waiting, body: WaitingUpload): Promise<Waiting | undefined> {
    const soonest = new Date(now().getTime() + addingMs).toISOString();
    const sweepAt = body.sweepAt > soonest ? body.sweepAt : soonest;
    const document = uploadDocument({ ...body, sweepAt });
    const batch = await store.batch(upload.pk, [{ kind: 'replace', document, etag: upload.etag }]);
    return batch.ok ? { ...upload, body: { ...body, sweepAt }, etag: batch.etags[0] ?? '' } : undefined;
  }
}

/** Adding the same file to the same claim has one effect, however often and from wherever it is done. */
const targetOf = ({ body }: Waiting, number: string) => ({
  number,
  commandId: `upload|${body.fileId}|${number}`,
});
