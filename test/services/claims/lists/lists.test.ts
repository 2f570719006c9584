// Above 200 lines: every list, its pages and filters, on both stores.

import assert from 'node:assert/strict';
import { claimDocument, claimId } from '../../../../services/claims/documents.ts';
import type { ListedClaim } from '../../../../services/claims/lists/views.ts';
import type { SubmittedClaim } from '../../../../services/domain/claim.ts';
import { startClock } from '../../../../services/domain/rules/deadlines.ts';
import type { NewDocument, PageKey } from '../../../../services/storage/documents/documentStore.ts';
import { contoso } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { sweepDrafts } from '../../../support/dueWork.ts';
import { approved, asked, day, listing, manyWorkloads, minute } from '../../../support/listing.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { adapters } from '../../../support/openStores.ts';

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const nils = fromDemo('Nils Berg');
const nora = fromDemo('Nora Haddad');
const rita = fromDemo('Rita Svensson');

/** A claim's document as it was stored before there were clocks and derived fields. */
function asBeforeClocks(claim: SubmittedClaim): NewDocument<object> {
  const late = ['turn', 'deadline', 'dueAt', 'customerDomain', 'clock', 'beginBy', 'decideBy'];
  const early = Object.entries(claim).filter(([field]) => !late.includes(field));
  return { ...claimDocument(claim), body: Object.fromEntries(early) };
}

for (const { adapter, open } of adapters) {
  describe(`When claims are listed on ${adapter} (R68)`, function () {
    this.timeout(60_000);
    let world: MemoryClaims;
    beforeEach(async () => {
      world = await memoryClaims({ open, directory: manyWorkloads });
    });
    afterEach(() => world.close());

    const { submitted, reviewed, oneOfEach, pagesOf } = listing(() => world);

    it('shows what waits for the company by deadline, then drafts, claims with reviewers, decided claims', async () => {
      const [late = '', first = '', second = '', oldest = '', newest = '', review = '', waiting = ''] =
        await submitted(7);
      await reviewed(oldest, approved);
      await reviewed(newest, approved);
      await reviewed(first, asked);
      await reviewed(review);
      world.tick(day);
      await reviewed(second, asked);
      world.tick(day);
      await reviewed(late, asked);
      const draft = await world.draft(ana, { lines: 'workload-20' });
      assert.deepEqual(await pagesOf('mine'), [
        // What is with the reviewers is due on the same day.
        [first, second, late, draft, ...[review, waiting].sort(), newest, oldest],
      ]);
    });

    for (const apart of [minute, 0]) {
      it(`shows ten on a page, each claim once, when they came ${apart} ms apart`, async () => {
        const numbers = await submitted(23, apart);
        const pages = await pagesOf('mine');
        assert.deepEqual(
          pages.map((page) => page.length),
          [10, 10, 3],
        );
        assert.deepEqual(pages.flat().sort(), numbers.sort());
      });
    }

    it('shows every draft once, over pages, before what is with the reviewers', async () => {
      const numbers = await submitted(3);
      const drafts: string[] = [];
      for (let index = 0; index < 12; index += 1) {
        world.tick(minute);
        drafts.unshift(await world.draft(ana, { lines: `workload-${index + 10}` }));
      }
      const pages = await pagesOf('mine');
      assert.deepEqual(pages.flat().slice(0, 12), drafts);
      assert.deepEqual(pages.flat().slice(12).sort(), numbers.sort());
    });

    it('shows reviewers the nearest deadline first in any status, then claims that wait for partners', async () => {
      const [early = '', asking = ''] = await submitted(2);
      world.tick(day);
      const [middle = ''] = await submitted(1, minute, 5);
      world.tick(day);
      // Its own decision is due later than the others' beginning.
      await reviewed(early);
      const [newest = ''] = await submitted(1, minute, 6);
      await reviewed(asking, asked);
      const list = grantedValue(await world.claims.lists.queue(rita)).claims;
      assert.deepEqual(
        list.map(({ number }) => number),
        [middle, ...[early, newest].sort(), asking],
      );
      const deadlines = list.slice(0, 3).map(({ clock }) => clock?.at ?? '');
      assert.deepEqual(deadlines, deadlines.toSorted());
    });

    it('shows drafts that are about to be deleted before the others, the next to go first, and when (D13)', async () => {
      const drafts: string[] = [];
      for (let index = 0; index < 14; index += 1) {
        drafts.push(await world.draft(ana, { lines: `workload-${index}` }));
        world.tick(day);
      }
      const [waiting = ''] = await submitted(1);
      // Day 83 has begun for all but the newest, which are told so.
      world.tick(81 * day);
      await sweepDrafts(world, world.claims);
      const young = await world.draft(ana, { lines: 'workload-20' });
      const ending = drafts.slice(0, 13);
      const others = [young, ...drafts.slice(13)];
      assert.deepEqual((await pagesOf('mine')).flat(), [...ending, ...others, waiting]);
      const [first] = grantedValue(await world.claims.lists.mine(ana)).claims;
      assert.equal(first?.endsAt, '2027-03-06T08:00:00.000Z', 'seven days after the notice');
      const offered = await world.claims.lists.openDrafts(ana);
      assert.deepEqual(
        offered.map(({ number }) => number),
        ending.slice(0, 10),
      );
      const [saved = ''] = ending;
      await world.claims.drafts.save(
        ana,
        { number: saved, commandId: world.newCommandId() },
        { claimName: 'Kept' },
      );
      const [now, second] = grantedValue(await world.claims.lists.mine(ana)).claims;
      assert.equal(now?.number, ending[1]);
      assert.equal(second?.number, ending[2]);
    });

    for (const waiting of [9, 10, 11, 20]) {
      it(`goes on with what waits for partners after ${waiting} claims of the reviewers’ own`, async () => {
        const [first = '', second = '', ...rest] = await submitted(waiting + 2);
        await reviewed(first, asked);
        await reviewed(second, asked);
        const pages = await pagesOf('queue');
        assert.deepEqual(pages.flat().slice(0, waiting).sort(), rest.sort());
        assert.deepEqual(pages.flat().slice(waiting), [first, second].sort());
        assert.deepEqual(
          pages.map((page) => page.length),
          [10, 10, 10]
            .map((most, index) => Math.min(most, waiting + 2 - 10 * index))
            .filter((left) => left > 0),
        );
      });
    }

    it('starts at the first page for a page key in another format, as on an older card', async () => {
      const numbers = await submitted(12);
      const old: PageKey[] = [
        ['2026-11-23T18:00:00.000Z', 'pk', 'id'],
        ['Submitted'],
        [9, 'x', 'y', 'z'],
        [-1],
        [0.5],
        [2, 'x'],
      ];
      for (const after of old) {
        const found = grantedValue(await world.claims.lists.mine(ana, { after })).claims;
        assert.equal(found.length, 10, JSON.stringify(after));
        assert(found.every(({ number }) => numbers.includes(number)));
      }
    });

    it('shows each claim that stays where it is once, while others move between pages', async () => {
      const numbers = await submitted(22);
      const queued = async (after?: PageKey) => grantedValue(await world.claims.lists.queue(rita, { after }));
      const first = await queued();
      const shown = first.claims.map((claim) => claim.number);
      const waiting = numbers.filter((number) => !shown.includes(number));
      const [moved = '', asking = ''] = shown;
      const [decided = '', later = '', ...still] = waiting;
      world.tick(2 * day);
      // One claim moves behind all others, one goes to the partner, one leaves the queue.
      await reviewed(moved);
      await reviewed(asking, asked);
      await reviewed(decided, approved);
      await reviewed(later);
      const second = await queued(first.next);
      const third = await queued(second.next);
      const rest = [...second.claims, ...third.claims].map(({ number }) => number);
      assert.equal(third.next, undefined);
      assert.deepEqual(rest.toSorted(), [...still, moved, later, asking].sort());
      assert.deepEqual(rest.slice(-1), [asking]);
    });

    for (const count of [10, 20]) {
      it(`offers no further page after exactly ${count}, in either list`, async () => {
        await submitted(count);
        for (const kind of ['mine', 'queue'] as const) {
          const pages = await pagesOf(kind);
          assert.deepEqual(
            pages.map((page) => page.length),
            Array.from({ length: count / 10 }, () => 10),
          );
        }
      });
    }

    it('says until when one can write about a rejected claim, as long as one can (R76)', async () => {
      const { Rejected } = await oneOfEach();
      const listedRejected = async () =>
        grantedValue(await world.claims.lists.mine(ana, { filter: { status: 'Rejected' } })).claims[0];
      assert.equal((await listedRejected())?.number, Rejected);
      assert.equal((await listedRejected())?.clock?.kind, 'dispute');
      world.tick(32 * day);
      assert.equal((await listedRejected())?.clock, undefined);
    });

    it('finds claims that were stored before lists asked for whose turn it is', async () => {
      const numbers = Object.values(await oneOfEach());
      const stored = numbers.slice(1).map((number) => ({ pk: contoso, id: claimId(number) }));
      const before: SubmittedClaim[] = [];
      for (const { pk, id } of stored) {
        const claim = (await world.store.read<SubmittedClaim>(pk, id))?.body;
        assert(claim);
        before.push(claim);
        await world.store.batch(pk, [{ kind: 'upsert', document: asBeforeClocks(claim) }]);
      }
      assert.deepEqual(await pagesOf('queue'), [[]]);
      assert.equal(await world.claims.bringUpToDate(), 5);
      for (const [index, { pk, id }] of stored.entries()) {
        // One minute after the first: what a command would have stored.
        assert.deepEqual((await world.store.read<SubmittedClaim>(pk, id))?.body, {
          ...before[index],
          clock: startClock(before[index]?.submittedAt ?? ''),
        });
      }
      assert.deepEqual((await pagesOf('mine')).flat().sort(), numbers.sort());
      assert.equal((await pagesOf('queue')).flat().length, 3);
      assert.equal(await world.claims.bringUpToDate(), 0, 'once');
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
      clock: {
        kind: 'answer',
        at: '2026-12-02T08:00:00.000Z',
        daysLeft: 5,
        asOf: world.now().toISOString(),
        overdue: false,
      },
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

  it('marks for reviewers what is overdue and what is contested, and for partners never the latter (R53, D10)', async () => {
    const ours = await world.submitted(ana);
    await world.submitted(nils, { mpnId: '6104418' });
    const alone = await world.submitted(ana, { lines: 'teams' });
    world.tick(9 * 24 * 60 * minute);
    const queue = grantedValue(await world.claims.lists.queue(rita)).claims;
    assert.equal(queue.length, 3);
    for (const { number, contested, clock } of queue) {
      assert.equal(contested, number === alone.number ? undefined : true);
      assert.equal(clock?.overdue, true);
    }
    const mine = grantedValue(await world.claims.lists.mine(ana)).claims;
    assert.deepEqual(mine.map(({ number }) => number).sort(), [ours.number, alone.number].sort());
    assert(mine.every((claim) => !('contested' in claim)));
  });

  it('leaves decided claims out of the queue', async () => {
    const { number } = await world.submitted(ana);
    await world.did(rita, number, { name: 'startReview' });
    await world.did(rita, number, { name: 'approve', confirmed: true });
    assert.deepEqual(await listing(() => world).pagesOf('queue'), [[]]);
  });
});
