import type { Actor } from '../../domain/actor.ts';
import type { Draft } from '../../domain/claim.ts';
import { type Person, personOf } from '../../domain/person.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import { clockFrom } from '../../domain/rules/draftClock.ts';
import { takenOverBy, withContributor } from '../../domain/rules/draftOwner.ts';
import { lostRace } from '../../queue/retry.ts';
import type { StoredDocument, Write } from '../../storage/documents/documentStore.ts';
import type { ClaimsContext } from '../claimsContext.ts';
import { doneDocument, doneId, draftDocument, partnerPartition } from '../documents.ts';
import { findVisibleClaim } from '../findVisibleClaim.ts';
import { saveOrRefuse } from '../saveOrRefuse.ts';
import { abandonSubmission } from '../submission.ts';

/** Which draft to change, from which version (absent: the current one), and by which activity. */
export interface DraftTarget {
  readonly number: string;
  readonly version?: number;
  readonly commandId: string;
}

/** What becomes different in a draft. */
type DraftChanges = Partial<
  Pick<Draft, 'answers' | 'aside' | 'proofs' | 'ownedBy' | 'takenOver' | 'commentBy'>
>;

/** An edit of a draft, with what is written in the same batch. */
type Edit = DraftChanges & { readonly extraWrites?: readonly Write[] };

/** Makes an edit from the current draft. */
type EditOf = (draft: Draft, at: string) => Outcome<Edit | 'unchanged'>;

/** The function that changes drafts; code that needs it gets it as a dependency. */
export type ChangeDraft = ReturnType<typeof createChangeDraft>;

/** Changes a draft under its ETag, whatever the change is. */
export function createChangeDraft(context: ClaimsContext) {
  const { store, now, queue } = context;

  /**
   * With a version, the draft is changed only if it still has that version, and the person takes over the draft (D13).
   * A file can be added without a version. A repeated activity makes only one change.
   */
  return async function changeDraft(
    actor: Actor,
    target: DraftTarget,
    edit: EditOf,
  ): Promise<Outcome<Draft>> {
    return await queue(target.number, () => saveOrRefuse(() => attempt(actor, target, edit), context.wait));
  };

  async function attempt(
    actor: Actor,
    target: DraftTarget,
    edit: EditOf,
  ): Promise<Outcome<Draft> | typeof lostRace> {
    const visible = await findVisibleClaim(store, actor, target.number);
    if (!visible.ok) return visible;
    if (visible.value.kind === 'submitted') return refused('alreadySubmitted');
    const { document } = visible.value;
    const draft = document.body;
    // Every change raises the version: if the press saw the current one, it was not carried out before.
    if (target.version !== draft.version) {
      if (await store.read(document.pk, doneId(target.commandId))) return granted(draft);
      if (target.version !== undefined) return refused('changedMeanwhile');
    }
    const at = now().toISOString();
    const edited = edit(draft, at);
    if (!edited.ok) return edited;
    if (edited.value === 'unchanged') return granted(draft);
    const { extraWrites = [], ...changes } = edited.value;
    const next = changed(draft, changes, { by: personOf(actor), target, at });
    return await save(document, next, { commandId: target.commandId, extraWrites });
  }

  function changed(
    draft: Draft,
    changes: DraftChanges,
    { by, target, at }: { readonly by: Person; readonly target: DraftTarget; readonly at: string },
  ): Draft {
    const { submittingTo: _abandoned, ...standing } = draft;
    return {
      ...standing,
      ...(target.version === undefined ? {} : takenOverBy(draft, by, at)),
      ...changes,
      ...withContributor(draft, by),
      ...clockFrom(at, context.calendar),
      version: draft.version + 1,
      updatedAt: at,
    };
  }

  /** A submission that was interrupted is abandoned first, so that it cannot finish after the change. */
  async function save(
    { body: draft, etag }: StoredDocument<Draft>,
    next: Draft,
    { commandId, extraWrites }: { readonly commandId: string; readonly extraWrites: readonly Write[] },
  ): Promise<Outcome<Draft> | typeof lostRace> {
    if ((await abandonSubmission(store, draft)) === lostRace) return lostRace;
    const pk = partnerPartition(next.partnerId);
    const saved = await store.batch(pk, [
      { kind: 'replace', document: draftDocument(next), etag },
      { kind: 'create', document: doneDocument(pk, commandId, next.number, next.updatedAt) },
      ...extraWrites,
    ]);
    return saved.ok ? granted(next) : lostRace;
  }
}
