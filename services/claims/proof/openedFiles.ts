import type { Actor } from '../../domain/actor.ts';
import { isReviewer } from '../../domain/actors.ts';
import type { SubmittedClaim } from '../../domain/claim.ts';
import type { DocumentStore, NewDocument, Write } from '../../storage/documents/documentStore.ts';
import { openedFilesId } from '../documents.ts';

/** The files of one claim that one reviewer has opened. */
interface OpenedFiles {
  readonly files: readonly string[];
}

const dayMs = 86_400_000;
/** Longer than any claim is under review, with its disputes. */
const keptDays = 400;
/** Several files may be opened at the same moment. */
const attempts = 5;

/**
 * D15: which proof files a reviewer has opened, remembered where their links are made. It is kept beside the claim, not in
 * it: opening a file changes neither the claim nor its version, and nobody else sees it.
 */
export function createOpenedFiles({
  store,
  now,
}: {
  readonly store: DocumentStore;
  readonly now: () => Date;
}) {
  /** Remembers that a link to this file was made for the reviewer; for others it remembers nothing. */
  async function remember(actor: Actor, claim: SubmittedClaim, fileId: string): Promise<void> {
    if (!isReviewer(actor)) return;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const known = await read(actor, claim);
      const files = known?.body.files ?? [];
      if (files.includes(fileId)) return;
      const document = documentOf(actor, claim, [...files, fileId]);
      const write: Write = known
        ? { kind: 'replace', document, etag: known.etag }
        : { kind: 'create', document };
      if ((await store.batch(document.pk, [write])).ok) return;
    }
  }

  function documentOf(
    { personId }: Actor,
    { number, details }: SubmittedClaim,
    files: readonly string[],
  ): NewDocument<OpenedFiles> {
    const expiresAt = new Date(now().getTime() + keptDays * dayMs).toISOString();
    const id = openedFilesId(number, personId);
    return { pk: details.customerTenantId, id, type: 'openedFiles', body: { files }, expiresAt };
  }

  const read = ({ personId }: Actor, { number, details }: SubmittedClaim) =>
    store.read<OpenedFiles>(details.customerTenantId, openedFilesId(number, personId));

  /** The IDs of the claim's files that this reviewer has opened. */
  async function openedBy(actor: Actor, claim: SubmittedClaim): Promise<readonly string[]> {
    return (await read(actor, claim))?.body.files ?? [];
  }

  return { remember, openedBy };
}
