import assert from 'node:assert/strict';
import { loadDemo } from '../../../local/demo/loadDemo.ts';
import type { ListedClaim } from '../../../services/claims/views.ts';
import type { PageKey } from '../../../services/storage/documentStore.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { refusalOf } from '../../support/deciding.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { adapters } from '../../support/openStores.ts';

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const nils = fromDemo('Nils Berg');
const nora = fromDemo('Nora Haddad');
const rita = fromDemo('Rita Svensson');
const minute = 60_000;
const demo = loadDemo();
/** Something else for each claim: a company claims the same only once (D5). */
const catalogue = {
  ...demo.catalogue,
  workloads: [
    ...demo.catalogue.workloads,
    ...Array.from({ length: 25 }, (_, index) => ({ id: `workload-${index}`, name: `Workload ${index}` })),
  ],
};

/** The numbers of every page of a list, page by page, until there is no next. */
async function pagesOf(world: MemoryClaims, kind: 'mine' | 'queue'): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: PageKey | undefined; ; ) {
    const list = grantedValue(
      kind === 'mine'
        ? await world.claims.lists.mine(ana, { after })
        : await world.claims.lists.queue(rita, after),
    );
    pages.push(list.claims.map(({ number }) => number));
    after = list.next;
    if (!after) return pages;
    assert(pages.length < 20, 'the list has no end');
  }
}

for (const { adapter, open } of adapters) {
  describe(`When claims are listed on ${adapter} (R68)`, () => {
    let world: MemoryClaims;
    beforeEach(async () => {
      world = await memoryClaims({ open, directory: { ...demo, catalogue } });
    });
    afterEach(() => world.close());

    /** Claims of Ana, submitted one after the other, a minute apart unless at the same instant. */
    async function submitted(count: number, apart = minute): Promise<string[]> {
      const numbers: string[] = [];
      for (let index = 0; index < count; index += 1) {
        world.tick(apart);
        numbers.push((await world.submitted(ana, { lines: `workload-${index}` })).number);
      }
      return numbers;
    }

    it('shows the newest change first, ten on a page, each claim once', async () => {
      const numbers = await submitted(23);
      const pages = await pagesOf(world, 'mine');
      assert.deepEqual(
        pages.map((page) => page.length),
        [10, 10, 3],
      );
      assert.deepEqual(pages.flat(), numbers.toReversed());
    });

    it('loses and repeats nothing when claims changed at the same instant', async () => {
      const numbers = await submitted(23, 0);
      const pages = await pagesOf(world, 'mine');
      assert.deepEqual(pages.flat().sort(), numbers.sort());
    });

    it('shows drafts before claims, on the first page only', async () => {
      const numbers = await submitted(11);
      const draft = await world.draft(ana);
      const pages = await pagesOf(world, 'mine');
      assert.equal(pages[0]?.[0], draft);
      assert.deepEqual(pages.flat(), [draft, ...numbers.toReversed()]);
    });

    it('shows reviewers what is Submitted, then Under review, then what waits for partners, the oldest first', async () => {
      const numbers = await submitted(6);
      const [first = '', second = '', third = '', ...rest] = numbers;
      for (const number of [third, second, first]) {
        world.tick(minute);
        await world.did(rita, number, { name: 'startReview' });
      }
      world.tick(minute);
      const ask = { name: 'requestInformation', reasons: ['ProductsMissing'], comment: 'Which?' } as const;
      await world.did(rita, third, ask);
      assert.deepEqual(await pagesOf(world, 'queue'), [[...rest, second, first, third]]);
    });

    for (const waiting of [9, 10, 11, 20]) {
      it(`goes on with the next status after ${waiting} claims that are Submitted`, async () => {
        const [first = '', second = '', ...rest] = await submitted(waiting + 2);
        for (const number of [first, second]) {
          world.tick(minute);
          await world.did(rita, number, { name: 'startReview' });
        }
        const pages = await pagesOf(world, 'queue');
        assert.deepEqual(pages.flat(), [...rest, first, second]);
        assert(pages.slice(0, -1).every((page) => page.length === 10));
      });
    }

    it('shows history newest first, fifteen on a page, down to the creation (R96)', async () => {
      const { number } = await world.submitted(ana);
      for (let index = 0; index < 29; index += 1)
        await world.did(ana, number, { name: 'comment', text: `Comment ${index}` });
      const pages: number[][] = [];
      for (let olderThan: number | undefined; ; ) {
        const page = grantedValue(await world.claims.lists.history(rita, number, { olderThan }));
        pages.push(page.entries.map(({ seq }) => seq));
        olderThan = page.olderThan;
        if (!olderThan) break;
      }
      const seqs = Array.from({ length: 31 }, (_, index) => 31 - index);
      assert.deepEqual(pages, [seqs.slice(0, 15), seqs.slice(15, 30), [1]]);
    });
  });
}

describe('When somebody asks for a list', () => {
  let world: MemoryClaims;
  beforeEach(async () => {
    world = await memoryClaims();
  });
  afterEach(() => world.close());

  it('shows the claims and drafts of the company, whoever filed them, and of no other (R53, R97)', async () => {
    const { number } = await world.submitted(ana);
    const draft = await world.draft(ana);
    await world.draft(nils, { mpnId: '6104418' });
    const list = grantedValue(await world.claims.lists.mine(ben));
    assert.deepEqual(
      list.claims.map((claim) => claim.number),
      [draft, number],
    );
    assert(list.claims.every(({ partnerName }) => partnerName === undefined));
  });

  it('tells reviewers whose claim it is, and partners until when to answer', async () => {
    const { number } = await world.submitted(ana);
    await world.did(rita, number, { name: 'startReview' });
    const ask = { name: 'requestInformation', reasons: ['ProductsMissing'], comment: 'Which?' } as const;
    await world.did(rita, number, ask);
    const expected: ListedClaim = {
      number,
      version: 5,
      status: 'PartnerActionRequired',
      updatedAt: world.now().toISOString(),
      claimName: 'Contoso adoption',
      customerDomain: 'contoso.com',
      clock: { kind: 'answer', at: '2026-12-02T08:00:00.000Z', daysLeft: 5, overdue: false },
    };
    assert.deepEqual(grantedValue(await world.claims.lists.mine(ana)).claims, [expected]);
    assert.deepEqual(grantedValue(await world.claims.lists.queue(rita)).claims, [
      { ...expected, partnerName: 'Fabrikam Consulting' },
    ]);
  });

  it('shows the queue to reviewers only, and a company its claims only to those with a role', async () => {
    assert.deepEqual(refusalOf(await world.claims.lists.queue(ana)), {
      code: 'notAllowed',
      data: { command: 'queue' },
    });
    for (const actor of [rita, nora]) {
      assert.deepEqual(refusalOf(await world.claims.lists.mine(actor)), {
        code: 'notAllowed',
        data: { command: 'list' },
      });
    }
  });

  it('leaves decided claims out of the queue', async () => {
    const { number } = await world.submitted(ana);
    await world.did(rita, number, { name: 'startReview' });
    await world.did(rita, number, { name: 'approve', confirmed: false });
    assert.deepEqual(await pagesOf(world, 'queue'), [[]]);
  });
});
