import type { Actor } from '../../domain/actor.ts';
import type { PartnerActor } from '../../domain/actors.ts';
import type { EditingClaim, ProofFile } from '../../domain/claim.ts';
import type { Answers } from '../../domain/form/answers.ts';
import { typedOver } from '../../domain/form/typedOver.ts';
import { personOf } from '../../domain/person.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import { clockFrom } from '../../domain/rules/draftClock.ts';
import { keeperOf, takenOverBy, withWorker } from '../../domain/rules/draftKeeper.ts';
import { maySee } from '../../domain/rules/moves.ts';
import { withProof } from '../../domain/rules/withProof.ts';
import { lostRace } from '../../queue/retry.ts';
import type { Write } from '../../storage/documents/documentStore.ts';
import type { ClaimsContext } from '../claimsContext.ts';
import {
  type DoneMark,
  doneDocument,
  doneId,
  draftDocument,
  numberDocument,
  numberPartition,
  partnerPartition,
} from '../documents.ts';
import { findClaim } from '../findClaim.ts';
import { leavingWrite } from '../proof/uploadDocuments.ts';
import { saveOrRefuse } from '../saveOrRefuse.ts';
import { abandonSubmission } from '../submission.ts';
import { refuseMissing } from './draftEnd.ts';
import { mayFile } from './mayFile.ts';

/** A change of a draft: which one, made from which version (absent: whatever stands), by which activity. */
export interface DraftTarget {
  readonly number: string;
  readonly version?: number;
  readonly commandId: string;
}

/** What a draft begins with; `from` when another claim has filled it in (D14). */
type DraftContent = Pick<EditingClaim, 'answers' | 'from'>;

/** An edit of a draft, with what is written in the same batch. */
type Edit = Partial<
  Pick<EditingClaim, 'answers' | 'aside' | 'proofs' | 'keptBy' | 'takenOver' | 'commentBy'>
> & {
  readonly beside?: readonly Write[];
};

/** Drafts: saved before each reply, as they were typed. A draft has no slot and no history of its own (D6). */
export function createDrafts(context: ClaimsContext) {
  const { store, now, queue } = context;

  /** R98: Incentives admins only. The same activity twice makes one draft. */
  async function createFrom(
    actor: Actor,
    content: DraftContent,
    commandId: string,
  ): Promise<Outcome<EditingClaim>> {
    const allowed = await mayFile(context.directory, actor);
    if (!allowed.ok) return allowed;
    const filer = allowed.value;
    const pk = partnerPartition(filer.partnerId);
    return await queue(`${pk}|${commandId}`, () =>
      saveOrRefuse(async () => {
        const done = await store.read<DoneMark>(pk, doneId(commandId));
        if (done) return await readDraft(filer, done.body.number);
        return await createOnce(filer, content, commandId);
      }, context.wait),
    );
  }

  async function createOnce(
    actor: PartnerActor,
    content: DraftContent,
    commandId: string,
  ): Promise<Outcome<EditingClaim> | typeof lostRace> {
    const number = context.newNumber();
    const pk = partnerPartition(actor.partnerId);
    const pointer = numberDocument(number, { partnerId: actor.partnerId });
    const taken = await store.batch(pointer.pk, [{ kind: 'create', document: pointer }]);
    if (!taken.ok) return lostRace;
    const at = now().toISOString();
    const draft: EditingClaim = {
      status: 'Editing',
      number,
      version: 1,
      partnerId: actor.partnerId,
      filedBy: personOf(actor),
      ...content,
      proofs: [],
      createdAt: at,
      updatedAt: at,
      ...clockFrom(at, context.calendar),
    };
    const saved = await store.batch(pk, [
      { kind: 'create', document: draftDocument(draft) },
      { kind: 'create', document: doneDocument(pk, commandId, number, at) },
    ]);
    if (saved.ok) return granted(draft);
    await store.batch(numberPartition(number), [
      { kind: 'delete', pk: numberPartition(number), id: 'number' },
    ]);
    return lostRace;
  }

  async function readDraft(actor: PartnerActor, number: string): Promise<Outcome<EditingClaim>> {
    const found = await findClaim(store, number);
    if (!found) return await refuseMissing(store, actor, number);
    return found.kind === 'draft' ? granted(found.document.body) : refused('alreadySubmitted');
  }

  /**
   * Changes a draft under its ETag; with a version, only if the draft is still that one. Whoever goes on from what they
   * have seen keeps the draft from then on (D13); a file can be added without.
   */
  async function change(
    actor: Actor,
    target: DraftTarget,
    edit: (draft: EditingClaim, at: string) => Outcome<Edit | 'unchanged'>,
  ): Promise<Outcome<EditingClaim>> {
    return await queue(target.number, () =>
      saveOrRefuse(async () => {
        const found = await findClaim(store, target.number);
        if (!found || !maySee(actor, found.document.body))
          return await refuseMissing(store, actor, target.number);
        if (found.kind === 'filed') return refused('alreadySubmitted');
        const { body: draft, etag } = found.document;
        const pk = partnerPartition(draft.partnerId);
        if (await store.read(pk, doneId(target.commandId))) return granted(draft);
        if (target.version !== undefined && target.version !== draft.version)
          return refused('changedMeanwhile');
        const at = now().toISOString();
        const edited = edit(draft, at);
        if (!edited.ok) return edited;
        if (edited.value === 'unchanged') return granted(draft);
        const { beside = [], ...changed } = edited.value;
        if ((await abandonSubmission(store, draft)) === lostRace) return lostRace;
        const { submittingTo: _abandoned, ...standing } = draft;
        const next: EditingClaim = {
          ...standing,
          ...(target.version === undefined ? {} : takenOverBy(draft, personOf(actor), at)),
          ...changed,
          ...withWorker(draft, personOf(actor)),
          ...clockFrom(at, context.calendar),
          version: draft.version + 1,
          updatedAt: at,
        };
        const saved = await store.batch(pk, [
          { kind: 'replace', document: draftDocument(next), etag },
          { kind: 'create', document: doneDocument(pk, target.commandId, draft.number, at) },
          ...beside,
        ]);
        return saved.ok ? granted(next) : lostRace;
      }, context.wait),
    );
  }

  return {
    create: (actor: Actor, answers: Answers, commandId: string) => createFrom(actor, { answers }, commandId),
    createFrom,

    /** Overlays the answers with what was typed, valid or not. */
    save: (actor: Actor, target: DraftTarget, typed: Answers) =>
      change(actor, target, (draft) => {
        const filled = typedOver(draft, typed);
        const rewritten = (filled.answers.comment ?? '') !== (draft.answers.comment ?? '');
        return granted({ ...filled, ...(rewritten ? { commentBy: personOf(actor) } : {}) });
      }),

    /** D13: from now on this person fills it in and hears of it, whoever did before. */
    takeOver: (actor: Actor, target: DraftTarget) =>
      change(actor, target, (draft, at) =>
        granted(
          keeperOf(draft).id === actor.personId ? 'unchanged' : takenOverBy(draft, personOf(actor), at),
        ),
      ),

    /** Adds a file (D9); `beside` is written in the same batch of the partner's partition. */
    addProof: (actor: Actor, target: DraftTarget, proof: ProofFile, beside: readonly Write[] = []) =>
      change(actor, target, (draft) => {
        const proofs = withProof(draft.proofs, proof);
        return proofs.ok ? granted({ proofs: proofs.value, beside }) : proofs;
      }),

    /**
     * R60: in Editing only. Its `upload` document, in the same batch, stands for the file until that is deleted.
     * Removing a file that is gone changes nothing and is no error.
     */
    removeProof: (actor: Actor, target: DraftTarget, proofId: string) =>
      change(actor, target, ({ partnerId, proofs }, at) => {
        const beside = proofs
          .filter(({ id }) => id === proofId)
          .map((proof) => leavingWrite(partnerId, proof, { by: personOf(actor), at }));
        return granted({ proofs: proofs.filter(({ id }) => id !== proofId), beside });
      }),
  };
}

export type Drafts = ReturnType<typeof createDrafts>;
