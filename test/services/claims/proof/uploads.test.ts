import assert from 'node:assert/strict';
import type { Upload } from '../../../../services/claims/proof/uploadDocuments.ts';
import { createUploads } from '../../../../services/claims/proof/uploads.ts';
import type { ProofFile } from '../../../../services/domain/claim.ts';
import { defaultQuotas } from '../../../../services/domain/quotas.ts';
import { type Outcome, refused } from '../../../../services/domain/refusal.ts';
import { notFoundFor } from '../../../../services/domain/rules/notFound.ts';
import type { DocumentStore } from '../../../../services/storage/documents/documentStore.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { sweepUploads } from '../../../support/dueWork.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { aSentFile, memoryFiles } from '../../../support/memoryFiles.ts';
import { adapters } from '../../../support/openStores.ts';
import { Crash, crashingStore, interleavingStore, pausingStore } from '../../../support/storeWrappers.ts';

// Above 200 lines: every point at which the handling of a file can be interrupted.

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const nils = fromDemo('Nils Berg');
const rita = fromDemo('Rita Svensson');
const dayMs = 86_400_000;
const message = 'the message';
/** Some tests need more than a page of files. */
const many = { ...defaultQuotas, waitingFilesOfPerson: 10_000, waitingFilesOfCompany: 10_000 };

for (const { adapter, open } of adapters) {
  describe(`When the process dies while a file is on its way on ${adapter}`, function () {
    this.timeout(20_000);
    let world: MemoryClaims;
    let files: ReturnType<typeof memoryFiles>;
    beforeEach(async () => {
      world = await memoryClaims({ open });
      files = memoryFiles();
    });
    afterEach(() => world.close());

    const processOn = (store: DocumentStore = world.store) =>
      createUploads({ store, files, claims: world.startProcess(store), now: world.now, quotas: many });
    const sent = () => aSentFile(files, 'signed.pdf');
    const proofsOf = async (number: string) => grantedValue(await world.claims.get(ana, number)).proofs;
    const signedOn = async (number: string) => (await proofsOf(number)).filter(isSigned);

    /** Nothing is stored but what the claim has, and nothing stands for it. */
    async function nothingElse(number: string): Promise<void> {
      world.tick(dayMs + 1);
      await sweepUploads(world, processOn());
      const onClaim = (await proofsOf(number)).map(({ id }) => id).filter((id) => id !== 'file-1');
      assert.deepEqual(files.kept(), onClaim.sort());
      assert.deepEqual(await uploadsIn(world.store), []);
    }

    const points = (batches: number) =>
      Array.from({ length: batches }, (_, index) => index + 1).flatMap((at) =>
        [false, true].map((saved) => ({ at, saved, when: `${saved ? 'after' : 'before'} write ${at}` })),
      );

    for (const point of points(2)) {
      it(`to a draft (${point.when}), leaves nothing behind, and the message again attaches it once`, async () => {
        const number = await world.draft(ana);
        const dying = processOn(crashingStore(world.store, point));
        await assert.rejects(dying.addToDraft(ana, { number, commandId: message }, sent()), Crash);
        grantedValue(await processOn().addToDraft(ana, { number, commandId: message }, sent()));
        assert.equal((await signedOn(number)).length, 1);
        await nothingElse(number);
      });
    }

    for (const kind of ['draft', 'claim'] as const) {
      const batches = kind === 'draft' ? 3 : 5;
      /** Received, and added at a press: what the bot does in two turns. */
      async function receiveAndAdd(uploads: ReturnType<typeof processOn>, number: string) {
        const received = await uploads.receive(ana, sent(), message);
        return received.ok ? await uploads.addToClaim(ana, received.value.fileId, number) : received;
      }
      const target = async () =>
        kind === 'draft' ? await world.draft(ana) : (await world.submitted(ana)).number;

      for (const point of points(batches)) {
        it(`to a ${kind} that was chosen (${point.when}), is there once when it is done again`, async () => {
          const number = await target();
          const dying = processOn(crashingStore(world.store, point));
          await assert.rejects(receiveAndAdd(dying, number), Crash);
          const again = await receiveAndAdd(processOn(), number);
          if (!again.ok) assert.equal(again.refusal.code, 'fileAdded');
          assert.equal((await signedOn(number)).length, 1);
          await nothingElse(number);
        });

        it(`to a ${kind} that was chosen (${point.when}), leaves nothing when nobody comes back`, async () => {
          const number = await target();
          const dying = processOn(crashingStore(world.store, point));
          await assert.rejects(receiveAndAdd(dying, number), Crash);
          await nothingElse(number);
        });
      }
    }

    it('to a claim, is carried through by a press on another: one claim has it', async () => {
      const one = (await world.submitted(ana)).number;
      const other = (await world.submitted(ana, { lines: 'teams' })).number;
      const { fileId } = grantedValue(await processOn().receive(ana, sent(), message));
      const dying = processOn(crashingStore(world.store, { at: 1, saved: true }));
      await assert.rejects(dying.addToClaim(ana, fileId, one), Crash);
      assert.equal(grantedValue(await processOn().addToClaim(ana, fileId, other)).number, one);
      assert.deepEqual([(await signedOn(one)).length, (await signedOn(other)).length], [1, 0]);
      assert.deepEqual(await uploadsIn(world.store), []);
    });

    it('to a claim that has moved on since, can go to another', async () => {
      const one = (await world.submitted(ana)).number;
      const other = (await world.submitted(ana, { lines: 'teams' })).number;
      const { fileId } = grantedValue(await processOn().receive(ana, sent(), message));
      const dying = processOn(crashingStore(world.store, { at: 1, saved: true }));
      await assert.rejects(dying.addToClaim(ana, fileId, one), Crash);
      await world.did(rita, one, { name: 'startReview' });
      assert.equal(grantedValue(await processOn().addToClaim(ana, fileId, other)).number, other);
    });

    for (const point of points(2)) {
      it(`off a draft (${point.when}), is removed or not, and nothing is left in the end`, async () => {
        const number = await world.draft(ana);
        const added = grantedValue(await processOn().addToDraft(ana, { number, commandId: message }, sent()));
        const id = added.proofs.find(isSigned)?.id ?? '';
        const dying = processOn(crashingStore(world.store, point));
        const target = { number, commandId: 'the removal' };
        await assert.rejects(dying.removeFromDraft(ana, target, id), Crash);
        grantedValue(await processOn().removeFromDraft(ana, target, id));
        assert.deepEqual(await signedOn(number), []);
        await nothingElse(number);
      });

      it(`and is discarded (${point.when}), is gone after the next press, or the sweep`, async () => {
        const number = await world.draft(ana);
        const { fileId } = grantedValue(await processOn().receive(ana, sent(), message));
        const dying = processOn(crashingStore(world.store, point));
        await assert.rejects(dying.discard(ana, fileId), Crash);
        const again = await processOn().discard(ana, fileId);
        if (!again.ok) assert.equal(again.refusal.code, 'fileDiscarded');
        await nothingElse(number);
      });
    }
  });

  describe(`When two processes are at the same file on ${adapter}`, function () {
    this.timeout(20_000);
    let world: MemoryClaims;
    let files: ReturnType<typeof memoryFiles>;
    beforeEach(async () => {
      world = await memoryClaims({ open });
      files = memoryFiles();
    });
    afterEach(() => world.close());

    const processOn = (store: DocumentStore = world.store) =>
      createUploads({ store, files, claims: world.startProcess(store), now: world.now, quotas: many });
    const receive = (uploads = processOn(), commandId = message) =>
      uploads.receive(ana, aSentFile(files, 'signed.pdf'), commandId);
    const holders = async (numbers: readonly string[], id: string) => {
      const found = await Promise.all(numbers.map((number) => world.claims.get(ana, number)));
      return found.filter((one) => one.ok && one.value.proofs.some((proof) => proof.id === id)).length;
    };

    it('keeps one when a message is delivered to both at once', async () => {
      for (const seed of [1, 2, 3, 4]) {
        const told = `message ${seed}`;
        const outcomes = await Promise.all([
          receive(processOn(interleavingStore(world.store, seed)), told),
          receive(processOn(interleavingStore(world.store, seed + 50)), told),
        ]);
        const ids = outcomes.map((outcome) => grantedValue(outcome).fileId);
        assert.equal(ids[0], ids[1]);
        assert.deepEqual(files.kept(), [ids[0]]);
        grantedValue(await processOn().discard(ana, ids[0] ?? ''));
      }
    });

    it('puts it on one claim when two are chosen at once', async () => {
      const draft = await world.draft(ana);
      const filed = (await world.submitted(ana)).number;
      const other = (await world.submitted(ana, { lines: 'teams' })).number;
      for (const pair of [
        [draft, filed],
        [filed, other],
        [draft, draft],
        [filed, filed],
      ]) {
        for (const seed of [1, 2, 3]) {
          const told = `${pair} ${seed}`;
          const uploads = processOn();
          const sent = aSentFile(files, 'signed.pdf', told);
          const { fileId } = grantedValue(await uploads.receive(ana, sent, told));
          await Promise.all(
            pair.map((number, index) =>
              processOn(interleavingStore(world.store, seed + index * 50)).addToClaim(ana, fileId, number),
            ),
          );
          assert.equal(await holders([draft, filed, other], fileId), 1, told);
        }
      }
      assert.deepEqual(await uploadsIn(world.store), []);
    });

    it('sweeps it once', async () => {
      grantedValue(await receive());
      world.tick(dayMs + 1);
      const swept = await Promise.all([
        sweepUploads(world, processOn()),
        sweepUploads(world, processOn()),
        sweepUploads(world, processOn()),
      ]);
      assert.equal(
        swept.reduce((sum, count) => sum + count),
        1,
      );
      assert.deepEqual([files.kept(), await uploadsIn(world.store)], [[], []]);
    });

    it('does not sweep away what is being added to a claim', async () => {
      const { number } = await world.submitted(ana);
      const { fileId } = grantedValue(await receive());
      world.tick(dayMs - 1000);
      const slow = pausingStore(world.store, 1, async () => {
        world.tick(2000);
        assert.equal(await sweepUploads(world, processOn()), 0);
      });
      grantedValue(await processOn(slow).addToClaim(ana, fileId, number));
      assert.equal(await holders([number], fileId), 1);
      assert.deepEqual(files.kept(), [fileId]);
    });

    it('does not add to a claim what is being swept away', async () => {
      const { number } = await world.submitted(ana);
      const { fileId } = grantedValue(await receive());
      world.tick(dayMs + 1);
      const slow = pausingStore(world.store, 1, async () => {
        const late: Outcome<unknown> = await processOn().addToClaim(ana, fileId, number);
        assert.equal(refusalOf(late).code, 'fileDiscarded');
      });
      await sweepUploads({ ...world, store: slow }, processOn(slow));
      assert.deepEqual([await holders([number], fileId), files.kept()], [0, []]);
    });

    it('sweeps more than a page of them', async () => {
      for (let count = 0; count < 120; count += 1)
        grantedValue(await receive(processOn(), `message ${count}`));
      world.tick(dayMs + 1);
      assert.equal(await sweepUploads(world, processOn()), 120);
      assert.deepEqual(files.kept(), []);
    });
  });
}

describe('When a file waits for its claim', () => {
  let world: MemoryClaims;
  let files: ReturnType<typeof memoryFiles>;
  beforeEach(async () => {
    world = await memoryClaims();
    files = memoryFiles();
  });
  afterEach(() => world.close());

  const uploads = () => createUploads({ ...world, files });
  const sent = () => aSentFile(files, 'signed.pdf');

  it('belongs to its sender: nobody else can find, add or discard it (R53, R97)', async () => {
    const { number } = await world.submitted(ana);
    const { fileId } = grantedValue(await uploads().receive(ana, sent(), message));
    for (const actor of [ben, nils, rita]) {
      const attempts = [
        await uploads().find(actor, fileId),
        await uploads().addToClaim(actor, fileId, number),
        await uploads().discard(actor, fileId),
      ];
      for (const outcome of attempts) assert.deepEqual(refusalOf(outcome), { code: 'fileGone' });
    }
    assert.equal(grantedValue(await uploads().find(ana, fileId)).name, 'signed.pdf');
  });

  it('is not even fetched for a reviewer, or for somebody without a role', async () => {
    const nobody = { ...fromDemo('Ben Okafor'), roles: [] };
    for (const actor of [rita, nobody]) {
      assert.equal(refusalOf(await uploads().receive(actor, sent(), message)).code, 'notAllowed');
      assert.equal(
        refusalOf(await uploads().addToDraft(actor, { number: 'C-1', commandId: message }, sent())).code,
        'notAllowed',
      );
    }
    assert.deepEqual([files.kept(), await uploadsIn(world.store)], [[], []]);
  });

  it('leaves nothing when it is refused on its way', async () => {
    const file = { name: 'x.exe', storeFile: async () => refused('fileTypeUnknown') };
    assert.equal(refusalOf(await uploads().receive(ana, file, message)).code, 'fileTypeUnknown');
    assert.deepEqual(await uploadsIn(world.store), []);
    grantedValue(await uploads().receive(ana, sent(), message));
  });

  it('is kept for a day, and afterwards the answer says what became of it', async () => {
    const { number } = await world.submitted(ana);
    const [added, discarded, forgotten] = await Promise.all(
      ['one', 'two', 'three'].map(async (commandId) => {
        const file = aSentFile(files, `${commandId}.pdf`);
        return grantedValue(await uploads().receive(ana, file, commandId)).fileId;
      }),
    );
    assert(added && discarded && forgotten);
    await uploads().addToClaim(ana, added, number);
    await uploads().discard(ana, discarded);
    world.tick(dayMs - 1);
    assert.equal(await sweepUploads(world, uploads()), 0);
    world.tick(1);
    assert.equal(await sweepUploads(world, uploads()), 1);
    const codes = await Promise.all(
      [added, discarded, forgotten].map(async (id) => refusalOf(await uploads().find(ana, id)).code),
    );
    assert.deepEqual(codes, ['fileAdded', 'fileDiscarded', 'fileGone']);
    assert.deepEqual(files.kept(), [added]);
  });

  it('cannot be added to a draft of another company, nor removed from one', async () => {
    const theirs = await world.draft(nils, { mpnId: '6104418' });
    const { fileId } = grantedValue(await uploads().receive(ana, sent(), message));
    assert.deepEqual(await uploads().addToClaim(ana, fileId, theirs), notFoundFor(ana));
    const target = { number: theirs, commandId: 'removal' };
    assert.deepEqual(await uploads().removeFromDraft(ana, target, 'file-1'), notFoundFor(ana));
    assert.equal(grantedValue(await world.claims.get(nils, theirs)).proofs.length, 1);
  });

  it('is not deleted as a file of a draft that it is not on', async () => {
    const number = await world.draft(ana);
    const { fileId } = grantedValue(await uploads().receive(ana, sent(), message));
    await uploads().removeFromDraft(ana, { number, commandId: 'removal' }, fileId);
    assert.deepEqual(files.kept(), [fileId]);
  });
});

const isSigned = ({ name }: ProofFile): boolean => name === 'signed.pdf';

async function uploadsIn(store: DocumentStore): Promise<Upload[]> {
  const order = { field: 'sweepAt', direction: 'ascending' } as const;
  const { documents } = await store.query<Upload>({ type: 'upload', order, limit: 200 });
  return documents.map(({ body }) => body);
}
