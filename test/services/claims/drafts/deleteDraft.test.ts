import assert from 'node:assert/strict';
import { createUploads } from '../../../../services/claims/proof/uploads.ts';
import type { Actor } from '../../../../services/domain/actor.ts';
import type { DeletedDraft } from '../../../../services/domain/draft.ts';
import type { Outcome } from '../../../../services/domain/refusal.ts';
import { notFoundFor } from '../../../../services/domain/rules/notFound.ts';
import type { DocumentStore } from '../../../../services/storage/documents/documentStore.ts';
import { aProof } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { draftAlerts } from '../../../support/draftAlerts.ts';
import { sweepUploads } from '../../../support/dueWork.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { aSentFile, memoryFiles } from '../../../support/memoryFiles.ts';
import { adapters } from '../../../support/openStores.ts';
import { Crash, crashingStore, pausingStore } from '../../../support/storeWrappers.ts';
import { whatIsStored } from '../../../support/whatIsStored.ts';

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const greta = fromDemo('Greta Lindqvist');
const nils = fromDemo('Nils Berg');
const nora = fromDemo('Nora Haddad');
const rita = fromDemo('Rita Svensson');

for (const { adapter, open } of adapters) {
  describe(`When a draft is deleted on ${adapter} (D13, R97)`, function () {
    this.timeout(20_000);
    let world: MemoryClaims;
    let files: ReturnType<typeof memoryFiles>;
    let number: string;
    beforeEach(async () => {
      world = await memoryClaims({ open });
      files = memoryFiles();
      number = await draftWithFile();
    });
    afterEach(() => world.close());

    const uploads = (store: DocumentStore = world.store) =>
      createUploads({ store, files, claims: world.startProcess(store), now: world.now });
    async function draftWithFile(): Promise<string> {
      const made = await world.draft(ana);
      const target = { number: made, commandId: `the file of ${made}` };
      grantedValue(await uploads().addToDraft(ana, target, aSentFile(files, `${made}.pdf`)));
      return made;
    }
    const version = async () => grantedValue(await world.claims.get(ana, number)).version;
    const remove = async (actor: Actor, commandId = world.newCommandId(), store = world.store) =>
      await world.startProcess(store).deleteDraft(actor, { number, version: await version(), commandId });

    it('can be done by every admin of the company, and the others see by whom', async () => {
      for (const actor of [ana, ben, greta]) {
        number = await draftWithFile();
        const end = grantedValue(await remove(actor));
        assert.deepEqual([end.by?.name, end.claimName, end.files], [actor.name, 'Contoso adoption', 2]);
        for (const reader of [ana, ben]) {
          const by = reader === actor ? { kind: 'own' } : { kind: 'colleague', name: actor.name };
          assert.deepEqual(refusalOf(await world.claims.get(reader, number)), {
            code: 'draftDeleted',
            data: { number, at: world.now().toISOString(), by },
          });
        }
      }
    });

    it('cannot be done, or seen, by anybody else (R53)', async () => {
      const target = { number, version: await version(), commandId: 'theirs' };
      for (const actor of [nils, nora, rita])
        assert.deepEqual(await world.claims.deleteDraft(actor, target), notFoundFor(actor));
      grantedValue(await remove(ana));
      for (const actor of [nils, nora, rita]) {
        assert.deepEqual(await world.claims.deleteDraft(actor, target), notFoundFor(actor));
        assert.deepEqual(await world.claims.get(actor, number), notFoundFor(actor));
        assert.equal(await world.claims.deletedDraft(actor, number), undefined);
      }
    });

    it('is in no list any more, and takes nothing any more', async () => {
      grantedValue(await remove(ana));
      const { lists, drafts, submit } = world.claims;
      assert.deepEqual(grantedValue(await lists.mine(ana)).claims, []);
      assert.deepEqual(await lists.openDrafts(ana), []);
      const target = { number, commandId: 'late' };
      const late: Outcome<unknown>[] = [
        await drafts.save(ben, target, { claimName: 'Late' }),
        await drafts.addProof(ben, target, aProof({ id: 'late' })),
        await drafts.takeOver(ben, target),
        await submit(ana, target),
        await lists.history(ana, number),
      ];
      assert.deepEqual(
        late.map((outcome) => refusalOf(outcome).code),
        late.map(() => 'draftDeleted'),
      );
      const { fileId } = grantedValue(await uploads().receive(ben, aSentFile(files, 'late.pdf'), 'file'));
      assert.equal(refusalOf(await uploads().addToClaim(ben, fileId, number)).code, 'draftDeleted');
      assert.equal(grantedValue(await uploads().find(ben, fileId)).name, 'late.pdf');
    });

    it('takes its files along, with the next sweep', async () => {
      assert.equal(files.kept().length, 1);
      grantedValue(await remove(ana));
      await sweepUploads(world, uploads());
      assert.deepEqual([files.kept(), await whatIsStored(world.store).uploads()], [[], []]);
    });

    it('is refused when somebody has changed it since it was looked at', async () => {
      const target = { number, version: await version(), commandId: 'too late' };
      grantedValue(await world.claims.drafts.save(ben, { number, commandId: 'work' }, { claimName: 'More' }));
      assert.deepEqual(refusalOf(await world.claims.deleteDraft(ana, target)), { code: 'changedMeanwhile' });
      assert.equal(grantedValue(await world.claims.get(ana, number)).status, 'Editing');
    });

    it('is refused once it has been submitted', async () => {
      const target = { number, version: await version(), commandId: 'too late' };
      grantedValue(await world.claims.submit(ana, { number, commandId: 'submitting' }));
      assert.deepEqual(refusalOf(await world.claims.deleteDraft(ana, target)), { code: 'alreadySubmitted' });
      assert.deepEqual(files.kept().length, 1);
    });

    it('happens once when the same press comes twice, and pressing later says that it is deleted', async () => {
      const target = { number, version: await version(), commandId: 'twice' };
      const outcomes: Outcome<DeletedDraft>[] = await Promise.all([
        world.claims.deleteDraft(ana, target),
        world.startProcess().deleteDraft(ana, target),
      ]);
      const ends = [...outcomes, await world.claims.deleteDraft(ana, target)].map(grantedValue);
      assert.deepEqual(ends[1], ends[0]);
      assert.deepEqual(ends[2], ends[0]);
      const again = await world.claims.deleteDraft(ana, { ...target, commandId: 'another press' });
      assert.equal(refusalOf(again).code, 'draftDeleted');
    });

    for (const saved of [false, true]) {
      it(`is whole if the process dies ${saved ? 'after' : 'before'} the batch; a new press finishes it`, async () => {
        const dying = remove(ana, 'the press', crashingStore(world.store, { at: 1, saved }));
        await assert.rejects(dying, Crash);
        assert.equal((await world.claims.get(ana, number)).ok, !saved);
        const { drafts } = whatIsStored(world.store);
        assert.equal((await drafts()).length, saved ? 0 : 1);
        const target = { number, version: 3, commandId: 'the press' };
        assert.equal(grantedValue(await world.startProcess().deleteDraft(ana, target)).files, 2);
        await sweepUploads(world, uploads());
        assert.deepEqual(files.kept(), []);
      });
    }

    it('never leaves a claim behind when another process is about to submit it', async () => {
      for (const standsStillAfter of [1, 2]) {
        // Another workload each time: a company claims the same only once (D5).
        number = await world.draft(ana, { lines: standsStillAfter === 1 ? 'teams' : 'intune' });
        let deleted: Outcome<DeletedDraft> | undefined;
        const slow = world.startProcess(
          pausingStore(world.store, standsStillAfter, async () => {
            deleted = await remove(ben);
          }),
        );
        const submitted = await slow.submit(ana, { number, commandId: `submitting ${number}` });
        assert.equal(deleted?.ok, true);
        assert.equal(refusalOf(submitted).code, 'draftDeleted');
      }
      assert.deepEqual(await whatIsStored(world.store).claims(), []);
    });

    it('is refused when the claim has appeared at that very moment', async () => {
      const target = { number, version: await version(), commandId: 'too late' };
      const slow = world.startProcess(
        pausingStore(world.store, 3, async () => {
          const late = await world.startProcess().deleteDraft(ben, target);
          assert.deepEqual(refusalOf(late), { code: 'alreadySubmitted' });
        }),
      );
      assert.equal(grantedValue(await slow.submit(ana, { number, commandId: 'x' })).status, 'Submitted');
    });

    it('silently updates the card of the person it was with, and alerts nobody of their own press (R99)', async () => {
      grantedValue(await remove(ana));
      assert.deepEqual(await draftAlerts(world.store, number), []);
      number = await draftWithFile();
      grantedValue(await remove(ben));
      const [alert] = await draftAlerts(world.store, number);
      assert.deepEqual(alert?.recipients, [
        { to: { kind: 'person', personId: ana.personId }, notify: false, result: 'waiting' },
      ]);
    });

    it('keeps its number reserved for as long as it is remembered', async () => {
      grantedValue(await remove(ana));
      const offered = [number, 'C-9999-9999'];
      const claims = world.startProcess(world.store, () => offered.shift() ?? '');
      assert.equal(grantedValue(await claims.drafts.create(ana, {}, 'new')).number, 'C-9999-9999');
    });
  });
}
