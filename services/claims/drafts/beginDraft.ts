import type { Actor } from '../../domain/actor.ts';
import type { PartnerActor } from '../../domain/actors.ts';
import type { Draft } from '../../domain/claim.ts';
import { personOf } from '../../domain/person.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import { clockFrom } from '../../domain/rules/draftClock.ts';
import { lostRace } from '../../queue/retry.ts';
import type { ClaimsContext } from '../claimsContext.ts';
import {
  type DoneMark,
  doneDocument,
  doneId,
  draftDocument,
  numberDocument,
  partnerPartition,
} from '../documents.ts';
import { findClaim } from '../findClaim.ts';
import { saveOrRefuse } from '../saveOrRefuse.ts';
import { refuseMissing } from './deletedDraft.ts';
import { createDraftQuota } from './draftQuota.ts';
import { mayFile } from './mayFile.ts';

/** What a draft begins with; `from` when another claim has filled it in (D14). */
type DraftContent = Pick<Draft, 'answers' | 'from'>;

/** Creates a draft: its number first, then the draft itself, since they are in different partitions. */
export function createBeginDraft(context: ClaimsContext) {
  const { store, now, queue } = context;
  const mayBeginAnother = createDraftQuota(context);

  /** R98: Incentives admins only; D22: not too many at a time. A repeated activity makes only one draft. */
  return async function beginDraft(
    actor: Actor,
    content: DraftContent,
    commandId: string,
  ): Promise<Outcome<Draft>> {
    const allowed = await mayFile(context.directory, actor);
    if (!allowed.ok) return allowed;
    const filer = allowed.value;
    const within = await mayBeginAnother(filer);
    if (!within.ok) return within;
    const pk = partnerPartition(filer.partnerId);
    let isFirstTry = true;
    return await queue(`${pk}|${commandId}`, () =>
      saveOrRefuse(async () => {
        // If the same activity made a draft before, the first try fails at its mark.
        const done = isFirstTry ? undefined : await store.read<DoneMark>(pk, doneId(commandId));
        isFirstTry = false;
        if (done) return await readDraft(filer, done.body.number);
        return await createOnce(filer, content, commandId);
      }, context.wait),
    );
  };

  async function createOnce(
    filer: PartnerActor,
    content: DraftContent,
    commandId: string,
  ): Promise<Outcome<Draft> | typeof lostRace> {
    const { partnerId } = filer;
    const number = context.newNumber();
    const pointer = numberDocument(number, { partnerId });
    const taken = await store.batch(pointer.pk, [{ kind: 'create', document: pointer }]);
    if (!taken.ok) return lostRace;
    const at = now().toISOString();
    const draft: Draft = {
      status: 'Editing',
      number,
      version: 1,
      partnerId,
      filedBy: personOf(filer),
      ...content,
      proofs: [],
      createdAt: at,
      updatedAt: at,
      ...clockFrom(at, context.calendar),
    };
    const pk = partnerPartition(partnerId);
    const saved = await store.batch(pk, [
      { kind: 'create', document: draftDocument(draft) },
      { kind: 'create', document: doneDocument(pk, commandId, number, at) },
    ]);
    if (saved.ok) return granted(draft);
    await store.batch(pointer.pk, [{ kind: 'delete', pk: pointer.pk, id: pointer.id }]);
    return lostRace;
  }

  async function readDraft(actor: PartnerActor, number: string): Promise<Outcome<Draft>> {
    const found = await findClaim(store, number);
    if (!found) return await refuseMissing(store, actor, number);
    return found.kind === 'draft' ? granted(found.document.body) : refused('alreadySubmitted');
  }
}
