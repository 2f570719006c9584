import { dueWork } from '../../services/claims/background/dueWork.ts';
import type { TimerDependencies } from '../../services/claims/background/runTimers.ts';
import { sweep } from '../../services/claims/background/work.ts';
import type { Claims } from '../../services/claims/claims.ts';
import type { Uploads } from '../../services/claims/proof/uploads.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';

interface Place {
  readonly store: DocumentStore;
  readonly now: () => Date;
}

/** Runs every timer that is due; says how many have acted. */
export const runTimers = (context: TimerDependencies & Place): Promise<number> =>
  sweep(dueWork.claimTimers, context);

/** Does what is due on drafts, and on what is remembered of deleted ones. */
export async function sweepDrafts(
  { store, now }: Place,
  claims: Pick<Claims, 'actOnDrafts'>,
): Promise<number> {
  const acted = await sweep(dueWork.drafts, { store, now, claims });
  return acted + (await sweep(dueWork.deletedDrafts, { store, now }));
}

/** Deletes the files that are on no claim and whose time is over. */
export const sweepUploads = ({ store, now }: Place, uploads: Pick<Uploads, 'sweepOne'>): Promise<number> =>
  sweep(dueWork.uploads, { store, now, uploads });
