import assert from 'node:assert/strict';
import { claimDocument, claimId, historyDocument } from '../../../../services/claims/documents.ts';
import type { HistoryStart } from '../../../../services/claims/lists/historyPages.ts';
import type { HistoryPage } from '../../../../services/claims/lists/views.ts';
import type { SubmittedClaim } from '../../../../services/domain/claim.ts';
import type { HistoryEntry } from '../../../../services/domain/history.ts';
import { contoso } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { adapters } from '../../../support/openStores.ts';

const ana = fromDemo('Ana Ruiz');
const rita = fromDemo('Rita Svensson');

for (const { adapter, open } of adapters) {
  describe(`When the history of a claim is read on ${adapter} (R96)`, function () {
    this.timeout(60_000);
    let world: MemoryClaims;
    beforeEach(async () => {
      world = await memoryClaims({ open });
    });
    afterEach(() => world.close());

    it('shows history newest first, fifteen on a page, down to the creation (R96)', async () => {
      const { number } = await world.submitted(ana);
      for (let index = 0; index < 29; index += 1)
        await world.did(ana, number, { name: 'comment', text: `Comment ${index}` });
      const pages: number[][] = [];
      const before: unknown[] = [];
      for (let olderThan: number | undefined; ; ) {
        const page = grantedValue(await world.claims.lists.history(rita, number, { olderThan }));
        pages.push(page.entries.map(({ seq }) => seq));
        before.push(page.before);
        olderThan = page.olderThan;
        if (!olderThan) break;
      }
      const seqs = Array.from({ length: 31 }, (_, index) => 31 - index);
      assert.deepEqual(pages, [seqs.slice(0, 15), seqs.slice(15, 30), [1]]);
      assert.deepEqual(before, ['Submitted', 'Editing', undefined]);
    });

    it('goes through two hundred entries and back, each once and in order (R96)', async () => {
      const { number } = await world.submitted(ana);
      const stored = await world.store.read<SubmittedClaim>(contoso, claimId(number));
      assert(stored);
      const entry = (seq: number): HistoryEntry => ({
        ...{ number, seq, at: world.now().toISOString(), actor: { id: ana.personId, name: ana.name } },
        ...{ side: 'partner', status: 'Submitted', event: { kind: 'Commented', text: `Word ${seq}` } },
      });
      for (const from of [3, 102]) {
        const writes = Array.from({ length: 99 }, (_, index) => {
          const document = historyDocument(contoso, entry(from + index));
          return { kind: 'create', document } as const;
        });
        const claim = { ...stored.body, historySeq: 200 };
        const replaced = { kind: 'upsert', document: claimDocument(claim) } as const;
        assert((await world.store.batch(contoso, [replaced, ...writes])).ok);
      }
      const walk = async (next: (page: HistoryPage) => HistoryStart | undefined, from: HistoryStart) => {
        const pages: number[][] = [];
        for (let place: HistoryStart | undefined = from; place; ) {
          const page: HistoryPage = grantedValue(await world.claims.lists.history(ana, number, place));
          pages.push(page.entries.map(({ seq }) => seq));
          place = next(page);
        }
        return pages;
      };
      const down = await walk(({ olderThan }) => (olderThan ? { olderThan } : undefined), {});
      assert.deepEqual(
        down.flat(),
        Array.from({ length: 200 }, (_, index) => 200 - index),
      );
      const up = await walk(({ newerThan }) => (newerThan ? { newerThan } : undefined), { olderThan: 6 });
      assert.deepEqual(up.toReversed().flat(), down.flat());
    });

    it('goes back to newer entries, and says which status was there before (R96)', async () => {
      const { number } = await world.submitted(ana);
      for (let index = 0; index < 37; index += 1)
        await world.did(ana, number, { name: 'comment', text: `Comment ${index}` });
      await world.did(rita, number, { name: 'startReview' });
      const read = async (place: HistoryStart) =>
        grantedValue(await world.claims.lists.history(rita, number, place));
      const newest = await read({});
      assert.deepEqual([newest.entries[0]?.seq, newest.newerThan, newest.olderThan], [40, undefined, 26]);
      assert.equal(newest.before, 'Submitted');
      const middle = await read({ olderThan: 26 });
      assert.deepEqual([middle.entries[0]?.seq, middle.newerThan, middle.olderThan], [25, 25, 11]);
      const last = await read({ olderThan: 11 });
      assert.deepEqual([last.entries.at(-1)?.seq, last.before, last.olderThan], [1, undefined, undefined]);
      assert.deepEqual(await read({ newerThan: last.newerThan }), middle);
      assert.deepEqual(await read({ newerThan: middle.newerThan }), newest);
      await world.did(rita, number, { name: 'comment', text: 'One more' });
      assert.deepEqual((await read({ olderThan: 26 })).entries, middle.entries, 'its place is kept');
    });
  });
}
