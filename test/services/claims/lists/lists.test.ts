// Above 200 lines: every list, its pages and filters, on both stores.

import assert from 'node:assert/strict';
import { loadDemo } from '../../../../local/demo/loadDemo.ts';
import {
  type ClaimStatus,
  claimStatuses,
  type FiledClaim,
  limits,
} from '../../../../services/claims/claim.ts';
import { startClock } from '../../../../services/claims/clocks/deadlines.ts';
import type { Command } from '../../../../services/claims/command.ts';
import { claimDocument, claimId, historyDocument } from '../../../../services/claims/documents.ts';
import type { HistoryEntry } from '../../../../services/claims/history.ts';
import type { HistoryPlace } from '../../../../services/claims/lists/historyPages.ts';
import type { ClaimFilter, HistoryPage, ListedClaim } from '../../../../services/claims/views.ts';
import type { NewDocument, PageKey } from '../../../../services/storage/documentStore.ts';
import { contoso } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { adapters } from '../../../support/openStores.ts';
import { saveDirectory } from '../../../support/saveDirectory.ts';

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const nils = fromDemo('Nils Berg');
const nora = fromDemo('Nora Haddad');
const rita = fromDemo('Rita Svensson');
const minute = 60_000;
const tailspin = 'f7f18f65-1ace-483e-b384-3cf774cfe2cb';
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
        : await world.claims.lists.queue(rita, { after }),
    );
    pages.push(list.claims.map(({ number }) => number));
    after = list.next;
    if (!after) return pages;
    assert(pages.length < 20, 'the list has no end');
  }
}

/** A claim's document as it was stored before there were clocks and derived fields. */
function asBeforeClocks(claim: FiledClaim): NewDocument<object> {
  const late = ['turn', 'deadline', 'dueAt', 'customerDomain', 'clock', 'beginBy', 'decideBy'];
  const early = Object.entries(claim).filter(([field]) => !late.includes(field));
  return { ...claimDocument(claim), body: Object.fromEntries(early) };
}

for (const { adapter, open } of adapters) {
  describe(`When claims are listed on ${adapter} (R68)`, function () {
    this.timeout(60_000);
    let world: MemoryClaims;
    beforeEach(async () => {
      world = await memoryClaims({ open, directory: { ...demo, catalogue } });
    });
    afterEach(() => world.close());

    /** Claims of Ana, submitted one after the other, a minute apart unless at the same instant. */
    async function submitted(count: number, apart = minute, from = 0): Promise<string[]> {
      const numbers: string[] = [];
      for (let index = from; index < from + count; index += 1) {
        world.tick(apart);
        numbers.push((await world.submitted(ana, { lines: `workload-${index}` })).number);
      }
      return numbers;
    }

    const day = 24 * 60 * minute;
    const started = { name: 'startReview' } as const;
    const asked = { name: 'requestInformation', reasons: ['ProductsMissing'], comment: 'Which?' } as const;
    const approved = { name: 'approve', confirmed: false } as const;

    /** Reviews a claim up to where it is wanted. */
    async function reviewed(number: string, ...commands: readonly Command[]): Promise<void> {
      for (const command of [started, ...commands]) {
        world.tick(minute);
        await world.did(rita, number, command);
      }
    }

    it('shows what needs the company by its deadline, drafts, what is with the reviewers, what is decided', async () => {
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
      assert.deepEqual(await pagesOf(world, 'mine'), [
        // What is with the reviewers is due on the same day.
        [first, second, late, draft, ...[review, waiting].sort(), newest, oldest],
      ]);
    });

    for (const apart of [minute, 0]) {
      it(`shows ten on a page, each claim once, when they came ${apart} ms apart`, async () => {
        const numbers = await submitted(23, apart);
        const pages = await pagesOf(world, 'mine');
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
      const pages = await pagesOf(world, 'mine');
      assert.deepEqual(pages.flat().slice(0, 12), drafts);
      assert.deepEqual(pages.flat().slice(12).sort(), numbers.sort());
    });

    it('shows reviewers the nearest deadline first, whatever the status, then what waits for partners', async () => {
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
      await world.claims.sweepDrafts();
      const young = await world.draft(ana, { lines: 'workload-20' });
      const ending = drafts.slice(0, 13);
      const others = [young, ...drafts.slice(13)];
      assert.deepEqual((await pagesOf(world, 'mine')).flat(), [...ending, ...others, waiting]);
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

    it('looks for a customer in every draft, however many are of others', async () => {
      const [old = ''] = [
        await world.draft(ana, { customerDomain: 'tailspintoys.com', customerTenantId: tailspin }),
      ];
      for (let index = 0; index < 24; index += 1) {
        world.tick(minute);
        await world.draft(ana, { lines: `workload-${index}` });
      }
      assert.deepEqual(await filtered({ customer: 'tailspin' }), [old]);
    });

    for (const waiting of [9, 10, 11, 20]) {
      it(`goes on with what waits for partners after ${waiting} claims of the reviewers’ own`, async () => {
        const [first = '', second = '', ...rest] = await submitted(waiting + 2);
        await reviewed(first, asked);
        await reviewed(second, asked);
        const pages = await pagesOf(world, 'queue');
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

    it('begins anew for a page key of another making, as on an older card', async () => {
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

    /** One claim in each status, and one of another customer; answers the numbers by status. */
    async function oneOfEach(): Promise<Record<ClaimStatus, string>> {
      const [Submitted = '', UnderReview = '', PartnerActionRequired = '', Approved = '', Rejected = ''] =
        await submitted(5);
      await reviewed(UnderReview);
      await reviewed(PartnerActionRequired, asked);
      await reviewed(Approved, approved);
      await reviewed(Rejected, { name: 'reject', reason: 'InsufficientProof', comment: 'Not signed.' });
      const Editing = await world.draft(ana, { lines: 'workload-9' });
      return { Editing, Submitted, UnderReview, PartnerActionRequired, Approved, Rejected };
    }
    const filtered = async (filter: ClaimFilter) =>
      grantedValue(await world.claims.lists.mine(ana, { filter })).claims.map(({ number }) => number);

    it('shows one status only, if that is asked for', async () => {
      const numbers = await oneOfEach();
      for (const status of claimStatuses) assert.deepEqual(await filtered({ status }), [numbers[status]]);
    });

    it('finds a customer by the beginning of its name or of a domain, drafts too', async () => {
      const { Editing, ...ofContoso } = await oneOfEach();
      const elsewhere = { customerDomain: 'tailspintoys.com', customerTenantId: tailspin };
      const { number: toys } = await world.submitted(ana, elsewhere);
      const toysDraft = await world.draft(ana, { ...elsewhere, lines: 'workload-8' });
      const all = [Editing, ...Object.values(ofContoso)].sort();
      for (const customer of ['Contoso', 'conto', 'contoso.com', ' CONTOSO.c'])
        assert.deepEqual((await filtered({ customer })).sort(), all, customer);
      for (const customer of ['tailspintoys', 'tailspin t', 'TAILSPINTOYS.COM'])
        assert.deepEqual(await filtered({ customer }), [toysDraft, toys], customer);
      const wild = [
        '%',
        '*',
        '_',
        'con%',
        'conto_o',
        'c*',
        'cont?so',
        '[c]ontoso',
        'conto%73o',
        "contoso'",
        '\\',
      ];
      for (const customer of ['toys', 'contoso.comm', 'adventure', ...wild])
        assert.deepEqual(await filtered({ customer }), [], customer);
      assert.deepEqual(await filtered({ customer: 'contoso', status: 'Approved' }), [ofContoso.Approved]);
      assert.deepEqual(await filtered({ customer: 'tailspintoys.', status: 'Submitted' }), [toys]);
    });

    it('says that more customers begin so than are looked for', async () => {
      const many = Array.from({ length: 6 }, (_, index) => ({
        tenantId: `00000000-0000-4000-8000-00000000000${index}`,
        name: `Zeta ${index}`,
        domains: [`zeta${index}.example`],
        subscriptions: [],
      }));
      await saveDirectory(world.store, { ...demo, catalogue, customers: [...demo.customers, ...many] });
      const list = async (customer: string) =>
        grantedValue(await world.claims.lists.mine(ana, { filter: { customer } }));
      assert.equal((await list('zeta')).customersRead, 5);
      assert.equal((await list('zeta 5')).customersRead, undefined);
      assert.equal((await list('contoso')).customersRead, undefined);
    });

    it('refuses a customer that is too long at its field, and narrows by the rest', async () => {
      const { Approved } = await oneOfEach();
      const customer = 'x'.repeat(5000);
      const list = grantedValue(
        await world.claims.lists.mine(ana, { filter: { status: 'Approved', customer } }),
      );
      assert.deepEqual(list.refused, {
        customer,
        error: { code: 'tooLong', data: { limit: limits.domain, length: 5000 } },
      });
      assert.deepEqual(list.filter, { status: 'Approved' });
      assert.deepEqual(
        list.claims.map(({ number }) => number),
        [Approved],
      );
    });

    it('finds a customer’s drafts behind those of others, and all of them over pages', async () => {
      const ours: string[] = [];
      for (let index = 0; index < 12; index += 1) {
        world.tick(minute);
        const customerTenantId = index % 2 === 0 ? ` ${contoso.toUpperCase()} ` : contoso;
        ours.unshift(await world.draft(ana, { lines: `workload-${index}`, customerTenantId }));
      }
      for (let index = 12; index < 24; index += 1) {
        world.tick(minute);
        await world.draft(ana, { customerDomain: 'tailspintoys.com', customerTenantId: tailspin });
      }
      for (const customer of ['contoso', 'contoso.']) {
        const filter = { status: 'Editing', customer } as const;
        const first = grantedValue(await world.claims.lists.mine(ana, { filter }));
        const second = grantedValue(await world.claims.lists.mine(ana, { filter, after: first.next }));
        const pages = [first, second].map(({ claims }) => claims.map(({ number }) => number));
        assert.deepEqual(pages, [ours.slice(0, 10), ours.slice(10)], customer);
        assert.equal(second.next, undefined);
      }
    });

    it('takes what was typed for the beginning of a domain as it stands: figures, other alphabets', async () => {
      const filed = await world.submitted(ana);
      const draft = await world.draft(ana, { lines: 'workload-1', customerDomain: 'münchen.example' });
      const domains = ['365lab.example', 'xn--mnchen-3ya.example'];
      const [numeric = '', german = ''] = domains.map((_, index) => `C-0000-900${index}`);
      const writes = domains.map((customerDomain, index) => {
        const details = { ...filed.details, customerDomain };
        const claim = { ...filed, number: `C-0000-900${index}`, details, customerDomain } as FiledClaim;
        return { kind: 'create', document: claimDocument(claim) } as const;
      });
      assert((await world.store.batch(contoso, writes)).ok);
      for (const customer of ['365', '365L', '365lab.example'])
        assert.deepEqual(await filtered({ customer, status: 'Submitted' }), [numeric], customer);
      assert.deepEqual(await filtered({ customer: 'MÜNCHEN.exa' }), [draft, german]);
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
      // One of each goes behind all others, one to the partner, one out of the queue.
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

    it('finds a customer by its tenant ID, by any of its domains and by the address of a page', async () => {
      const elsewhere = { customerDomain: 'tailspintoys.com', customerTenantId: tailspin };
      const { number: toys } = await world.submitted(ana, elsewhere);
      const draft = await world.draft(ana, { ...elsewhere, lines: 'workload-8' });
      const begun = await world.draft(ana, { customerDomain: 'tailspintoys.com', customerTenantId: '' });
      const { number: ours } = await world.submitted(ana);
      const otherDomain = demo.customers.find(({ tenantId }) => tenantId === contoso)?.domains;
      assert(otherDomain && otherDomain.length > 1);
      for (const customer of otherDomain) assert.deepEqual(await filtered({ customer }), [ours], customer);
      assert.deepEqual(await filtered({ customer: contoso.toUpperCase() }), [ours]);
      for (const customer of [tailspin, ` {${tailspin.toUpperCase()}} `])
        assert.deepEqual((await filtered({ customer })).sort(), [draft, toys].sort(), customer);
      for (const customer of ['https://tailspintoys.com/about', 'info@tailspintoys.com', 'tailspintoys.com'])
        assert.deepEqual((await filtered({ customer })).sort(), [begun, draft, toys].sort(), customer);
    });

    for (const count of [10, 20]) {
      it(`offers no further page after exactly ${count}, in either list`, async () => {
        await submitted(count);
        for (const kind of ['mine', 'queue'] as const) {
          const pages = await pagesOf(world, kind);
          assert.deepEqual(
            pages.map((page) => page.length),
            Array.from({ length: count / 10 }, () => 10),
          );
        }
      });
    }

    it('says of a rejected claim until when one can write, while one can (R76)', async () => {
      const { Rejected } = await oneOfEach();
      const listedRejected = async () =>
        grantedValue(await world.claims.lists.mine(ana, { filter: { status: 'Rejected' } })).claims[0];
      assert.equal((await listedRejected())?.number, Rejected);
      assert.equal((await listedRejected())?.clock?.kind, 'dispute');
      world.tick(32 * day);
      assert.equal((await listedRejected())?.clock, undefined);
    });

    for (const customer of ['contoso', 'contoso.com']) {
      it(`keeps the filter “${customer}” from page to page`, async () => {
        const numbers = await submitted(12);
        const filter = { status: 'Submitted', customer } as const;
        const first = grantedValue(await world.claims.lists.mine(ana, { filter }));
        assert.deepEqual(first.filter, filter);
        const second = grantedValue(await world.claims.lists.mine(ana, { filter, after: first.next }));
        assert.equal(second.next, undefined);
        const found = [...first.claims, ...second.claims].map(({ number }) => number);
        assert.deepEqual(found.sort(), numbers.sort());
      });
    }

    it('finds claims that were stored before lists asked for whose turn it is', async () => {
      const numbers = Object.values(await oneOfEach());
      const stored = numbers.slice(1).map((number) => ({ pk: contoso, id: claimId(number) }));
      const before: FiledClaim[] = [];
      for (const { pk, id } of stored) {
        const claim = (await world.store.read<FiledClaim>(pk, id))?.body;
        assert(claim);
        before.push(claim);
        await world.store.batch(pk, [{ kind: 'upsert', document: asBeforeClocks(claim) }]);
      }
      assert.deepEqual(await pagesOf(world, 'queue'), [[]]);
      assert.equal(await world.claims.bringUpToDate(), 5);
      for (const [index, { pk, id }] of stored.entries()) {
        // A minute's walk from the first: what a command would have stored.
        assert.deepEqual((await world.store.read<FiledClaim>(pk, id))?.body, {
          ...before[index],
          clock: startClock(before[index]?.submittedAt ?? ''),
        });
      }
      assert.deepEqual((await pagesOf(world, 'mine')).flat().sort(), numbers.sort());
      assert.equal((await pagesOf(world, 'queue')).flat().length, 3);
      assert.equal(await world.claims.bringUpToDate(), 0, 'once');
    });

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
      const stored = await world.store.read<FiledClaim>(contoso, claimId(number));
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
      const walk = async (next: (page: HistoryPage) => HistoryPlace | undefined, from: HistoryPlace) => {
        const pages: number[][] = [];
        for (let place: HistoryPlace | undefined = from; place; ) {
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
      const read = async (place: HistoryPlace) =>
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
    await world.did(rita, number, { name: 'approve', confirmed: false });
    assert.deepEqual(await pagesOf(world, 'queue'), [[]]);
  });
});
