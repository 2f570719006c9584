import assert from 'node:assert/strict';
import { createDirectory, type Directory } from '../../../../services/directory/directoryService.ts';
import type { DocumentStore } from '../../../../services/storage/documents/documentStore.ts';
import { asImported } from '../../../support/asImported.ts';
import { importing } from '../../../support/importing.ts';
import { adapters, openSqlite } from '../../../support/openStores.ts';
import { saveDirectory } from '../../../support/saveDirectory.ts';
import { crashingStore } from '../../../support/storeWrappers.ts';
import {
  aDirectory,
  anAdmin,
  anotherPartner,
  aReviewer,
  contoso,
  customerTenant,
  fabrikam,
  homeTenant,
  reviewTenant,
  sales,
} from '../aDirectory.ts';

// Above 200 lines: every kind of file, good and bad.

const now = () => new Date('2026-11-02T09:00:00Z');
const { subscriptions: _, ...customer } = contoso;
const both = ['dynamics-365-sales', 'dynamics-365-finance'];
const twoProducts = [
  { kind: 'workload', id: 'exchange-online', name: 'Exchange Online' },
  ...both.map((id) => ({ kind: 'product', id, name: id })),
];
const catalogueRows = [
  { kind: 'workload', id: 'exchange-online', name: 'Exchange Online' },
  { kind: 'product', id: 'dynamics-365-sales', name: 'Dynamics 365 Sales' },
];
const guid = (index: number) => `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`;

for (const { adapter, open } of adapters) {
  describe(`When files are imported on ${adapter} (D8)`, () => {
    let store: DocumentStore;
    let close: () => Promise<void>;
    let files: ReturnType<typeof importing>;
    let directory: Directory;

    before(async () => {
      ({ store, close } = await open(now));
      files = importing(store);
      directory = createDirectory(store, { now });
      await saveDirectory(store, aDirectory());
    });
    after(async () => {
      files.remove();
      await close();
    });

    it('writes nothing for what the same code has stored already', async () => {
      const { catalogue, partners, people, customers } = aDirectory();
      assert.deepEqual(await files.done('catalogue', JSON.stringify(catalogue)), {
        catalogue: { new: 0, changed: 0, unchanged: 2, gone: 0 },
      });
      await files.done('catalogue', catalogueRows);
      await files.done('partners', partners);
      await files.done('people', people);
      assert.deepEqual(await files.done('customers', customers), {
        customers: { new: 0, changed: 0, unchanged: 1, gone: 0 },
        subscriptions: { new: 0, changed: 0, unchanged: 1, gone: 0 },
      });
      await files.done('subscriptions', [{ ...sales, tenantId: customerTenant }]);
      assert.deepEqual(files.batches, []);
    });

    it('says in a dry run what it then does: new, changed, unchanged, not listed any more', async () => {
      const first = [1, 2, 3].map((index) => ({ ...sales, id: guid(index), tenantId: customerTenant }));
      await files.done('subscriptions', first);
      const second = [
        { ...sales, id: guid(1), tenantId: customerTenant },
        { ...sales, id: guid(2), tenantId: customerTenant, state: 'Suspended' },
        { ...sales, id: guid(4), tenantId: customerTenant },
      ];
      const before = files.batches.length;
      const tally = { subscriptions: { new: 1, changed: 1, unchanged: 1, gone: 2 } };
      assert.deepEqual(await files.done('subscriptions', second, { dryRun: true }), tally);
      assert.equal(files.batches.length, before);
      assert.deepEqual(await files.done('subscriptions', second), tally);
      assert.equal((await directory.subscription(customerTenant, guid(2)))?.state, 'Suspended');
      assert.equal((await directory.subscription(customerTenant, guid(3)))?.state, 'Active');
      const written = files.batches.length;
      assert.deepEqual((await files.done('subscriptions', second)).subscriptions?.unchanged, 3);
      assert.equal(files.batches.length, written, 'the second time');
    });

    it('removes the rights of people who are no longer listed, and says so first (R97)', async () => {
      const { people } = aDirectory();
      const left = { people: { new: 0, changed: 0, unchanged: 1, gone: 1 } };
      assert.deepEqual(await files.done('people', [aReviewer()], { dryRun: true }), left);
      assert(await directory.actor(homeTenant, anAdmin().objectId));
      assert.deepEqual(await files.done('people', [aReviewer()]), left);
      assert.equal(await directory.actor(homeTenant, anAdmin().objectId), undefined);
      assert.deepEqual((await files.done('people', people)).people?.new, 1);
      assert(await directory.actor(homeTenant, anAdmin().objectId));
    });

    // It used to take their tenants and their people's rights: one new company then locked everybody else out.
    it('keeps companies that are not listed as they are, and their people known (R97)', async () => {
      const { partners, people } = aDirectory();
      const one = [anotherPartner()];
      const told = { new: 1, changed: 0, unchanged: 0, gone: 1 };
      assert.deepEqual((await files.done('partners', one, { dryRun: true })).partners, told);
      assert.deepEqual((await files.done('partners', one)).partners, told);
      assert(await directory.actor(homeTenant, anAdmin().objectId));
      assert.deepEqual((await directory.partner('fabrikam'))?.locations, fabrikam.locations);
      const written = files.batches.length;
      await files.done('people', people);
      const full = await files.done('partners', [...partners, ...one]);
      assert.deepEqual(full.partners, { new: 0, changed: 0, unchanged: 2, gone: 0 });
      assert.equal(files.batches.length, written, 'the full file again');
    });
  });
}

describe('When a file is CSV (D8)', () => {
  const { store, close } = openSqlite(now);
  const files = importing(store);
  const directory = createDirectory(store, { now });
  const csv = { ending: 'csv' };
  before(() => saveDirectory(store, aDirectory({ partners: [], people: [] })));
  after(async () => {
    files.remove();
    await close();
  });

  it('reads every kind, comma or semicolon, with or without a byte-order mark', async () => {
    await files.done(
      'catalogue',
      '\uFEFFkind,id,name\nworkload,teams,Teams\nproduct,dynamics-365-sales,"Sales, all"\n',
      csv,
    );
    assert.deepEqual((await directory.catalogue()).products, [
      { id: 'dynamics-365-sales', name: 'Sales, all' },
    ]);
    await files.done(
      'partners',
      [
        'name;id;tenantIds;locations',
        `Söder & Co;soder;${homeTenant} ${reviewTenant};4512087: Seattle: OSA-Sell OSU-Microsoft365 | 4519930: Madrid`,
      ].join('\r\n'),
      csv,
    );
    assert.deepEqual(await directory.partner('soder'), {
      id: 'soder',
      name: 'Söder & Co',
      locations: [
        { mpnId: '4512087', name: 'Seattle', enrolments: ['OSA-Sell', 'OSU-Microsoft365'] },
        { mpnId: '4519930', name: 'Madrid', enrolments: [] },
      ],
    });
    const { objectId } = anAdmin();
    await files.done(
      'people',
      [
        'kind,tenantId,objectId,name,email,partnerId,roles',
        `partner,${homeTenant.toUpperCase()},${objectId},Ana Ruiz,ana@fabrikam.com,soder,IncentivesAdmin GlobalAdmin`,
        `partner,${homeTenant},${guid(1)},Bo Ek,bo@fabrikam.com,soder,`,
        `reviewer,${reviewTenant},${guid(2)},Rita Lund,rita@review.example.com,,`,
      ].join('\n'),
      csv,
    );
    const ana = await directory.person(homeTenant, objectId);
    assert(ana?.kind === 'partner');
    assert.deepEqual(ana.roles, ['IncentivesAdmin', 'GlobalAdmin']);
    assert.equal((await directory.person(reviewTenant, guid(2)))?.kind, 'reviewer');
    await files.done('customers', `tenantId,name,domains\n${guid(7)},Fourth Coffee,Fourth.com f.se\n`, csv);
    assert.deepEqual((await directory.customer(guid(7)))?.domains, ['fourth.com', 'f.se']);
    await files.done(
      'subscriptions',
      `tenantId;id;product;family;channel;state;provisioned\n${guid(7)};${guid(8)};dynamics-365-sales;Dynamics365;CSP;InGrace;No\n`,
      csv,
    );
    const subscription = await directory.subscription(guid(7), guid(8));
    assert.deepEqual([subscription?.state, subscription?.provisioned], ['InGrace', false]);
  });

  it('takes several products of one subscription (R38), and the name of another product whole', async () => {
    await files.done('catalogue', twoProducts);
    const row = (index: number, product: string, family: string) =>
      `${customerTenant},${guid(index)},${product},${family},WebDirect,Active,yes`;
    const text = [
      'tenantId,id,product,family,channel,state,provisioned',
      row(1, 'dynamics-365-sales  dynamics-365-finance dynamics-365-sales', 'Dynamics365'),
      row(2, 'Power BI Pro', 'Other'),
    ].join('\n');
    await files.done('subscriptions', text, csv);
    assert.deepEqual((await directory.subscription(customerTenant, guid(1)))?.products, both);
    assert.deepEqual((await directory.subscription(customerTenant, guid(2)))?.products, ['Power BI Pro']);
  });

  it('takes several products from JSON as a list or as a text', async () => {
    await files.done('catalogue', twoProducts);
    const { products: _products, ...rest } = { ...sales, tenantId: customerTenant };
    for (const [index, product] of [both, both.join(' '), [both.join(' ')]].entries()) {
      const text = JSON.stringify([{ ...rest, id: guid(index), product }]);
      await files.done('subscriptions', text);
      assert.deepEqual((await directory.subscription(customerTenant, guid(index)))?.products, both);
    }
  });

  it('names each product that the catalogue does not have, and how several are written', async () => {
    const row = (product: string) =>
      `tenantId,id,product,family,channel,state,provisioned\n${customerTenant},${guid(1)},${product},Dynamics365,CSP,Active,yes`;
    assert.deepEqual(await files.problems('subscriptions', row('dynamics-365-sales x y'), csv), [
      'line 2, product: "x" is not in the catalogue',
      'line 2, product: "y" is not in the catalogue',
    ]);
    const many = Array.from({ length: 21 }, (_, index) => `p-${index}`).join(' ');
    assert.deepEqual(await files.problems('subscriptions', row(many), csv), [
      'line 2, product: Expected at most 20',
    ]);
  });

  const header = 'tenantId,name,domains';
  const row = `${guid(7)},Fourth Coffee,fourth.com`;
  const bad: readonly [what: string, content: string | Uint8Array, says: RegExp][] = [
    ['another header', `tenant,name,domains\n${row}`, /line 1: .*lacking: tenantId; unknown .*: tenant/],
    ['a column twice', `${header},name\n${row},x`, /unknown or repeated: name/],
    ['no rows', `${header}\n`, /no rows/],
    ['nothing', '', /no rows/],
    ['other than UTF-8', Buffer.from(`${header}\n${guid(7)},Bj\u00f6rk,b.se`, 'latin1'), /not UTF-8/],
    [
      'a quotation mark that is not closed',
      `${header}\n"${row}\n${row}`,
      /^[^:]*: A quotation mark is opened and not closed;/,
    ],
    [
      'a quotation mark inside a cell',
      `${header}\n${row}\n"a" b,c,d`,
      /line 3: a quotation mark stands inside/,
    ],
  ];
  for (const [what, content, says] of bad) {
    it(`refuses a file with ${what}, and writes nothing`, async () => {
      const before = files.batches.length;
      await assert.rejects(files.run('customers', content, csv), says);
      assert.equal(files.batches.length, before);
    });
  }

  it('names line and field, also below a cell of several lines', async () => {
    const problems = await files.problems(
      'customers',
      `${header}\n${guid(1)},"Two\nlines",a.com\n${guid(2)},,b.com\n${guid(3)},C,c.com,extra\n`,
      csv,
    );
    assert.match(problems.join('\n'), /^line 4, name: Missing\nline 5, this line has 4 of 3 columns$/);
  });
});

describe('When a file cannot be imported (D8)', () => {
  const { store, close } = openSqlite(now);
  const files = importing(store);
  before(() => saveDirectory(store, aDirectory()));
  after(async () => {
    files.remove();
    await close();
  });

  it('reports every bad row by line and field and writes nothing, not even the good ones', async () => {
    const rows = [
      { ...customer, tenantId: guid(1), domains: ['new.com'] },
      { ...customer, tenantId: 'x', domains: ['other com'] },
      { ...customer, tenantId: guid(2), domains: ['new.com'], subscriptions: [{ ...sales, state: 'Off' }] },
      { ...customer, tenantId: guid(1), domains: ['third.com'] },
    ];
    const text = `[\n${rows.map((row) => JSON.stringify(asImported(row))).join(',\n')}\n]`;
    const problems = await files.problems('customers', text);
    assert.deepEqual(
      problems.map((problem) => problem.replace(/: (Invalid|Expected).*/, '')),
      [
        'line 3, tenantId',
        'line 3, domains.0',
        'line 4, subscriptions.0.state',
        `line 5, customer tenant ${guid(1)} stands on line 2 already`,
      ],
    );
    assert.deepEqual(files.batches, []);
  });

  it('finds references to nothing: customer, product, company, tenant', async () => {
    const other = { ...sales, id: guid(3), tenantId: guid(9) };
    const unknown = { ...sales, id: guid(1), tenantId: customerTenant, products: ['dynamics-365-nothing'] };
    const foreign = { ...unknown, id: guid(2), family: 'Other' };
    const problems = await files.problems('subscriptions', [other, unknown, foreign]);
    assert.match(
      problems.join('\n'),
      /^line 2, tenantId: no customer .*\nline 11, product: .*not in the catalogue$/,
    );
    const people = [anAdmin({ partnerId: 'nobody' }), anAdmin({ objectId: guid(1), tenantId: reviewTenant })];
    const wrong = await files.problems('people', people);
    assert.match(wrong.join('\n'), /partnerId "nobody" is not among.*\n.*not a tenant of Fabrikam/);
  });

  it('lists fifty problems and counts the others', async () => {
    const rows = Array.from({ length: 70 }, () => ({ ...customer, tenantId: 'x' }));
    const result = await files.run('customers', rows);
    assert(!result.ok);
    assert.equal(result.problems.told.length, 50);
    // Every row but the first repeats the domain too, but a row that cannot be read is not compared.
    assert.equal(result.problems.count, 70);
  });

  const unreadable: readonly [what: string, content: string, says: RegExp][] = [
    ['no JSON', '[{"id": 1,}]', /line 1: this is not JSON/],
    ['half a JSON', '[\n{"id": "x"},\n', /before its last bracket/],
    ['nothing in it', '', /The file is empty/],
    ['blank lines only', ' \n\n', /The file is empty/],
    ['null', 'null', /Expected a list of entries in square brackets/],
    ['a number', '12', /Expected a list of entries in square brackets/],
    ['an empty array', '[]', /no rows/],
    ['an object instead of an array', '{"people": []}', /Expected a list of entries/],
    ['a word', '"hello"', /Expected a list of entries/],
    ['a second array', '[]\n[]', /line 2: this is not JSON/],
  ];
  for (const [what, content, says] of unreadable) {
    it(`refuses a file with ${what}`, () => assert.rejects(files.run('people', content), says));
  }

  it('refuses a file of another ending', () =>
    assert.rejects(files.run('people', '[]', { ending: 'xml' }), /\.json or \.csv/));

  const halves: readonly [what: string, rows: unknown][] = [
    ['products', { workloads: aDirectory().catalogue.workloads, products: [] }],
    ['workloads', { products: aDirectory().catalogue.products }],
  ];
  for (const [what, list] of halves) {
    it(`refuses a catalogue without ${what}, because none could be claimed any more`, () =>
      assert.rejects(files.run('catalogue', JSON.stringify(list)), new RegExp(`has no ${what}`)));
  }

  it('refuses rows that are no objects, and lists of another kind', async () => {
    assert.equal((await files.problems('people', [1, null, 'x', []])).length, 4);
    const content = JSON.stringify({ gadgets: [{ id: 'x', name: 'X' }] });
    assert.match((await files.problems('catalogue', content)).join(), /line 1, kind/);
  });
});

describe('When an import says how far it is', () => {
  const told = async (kind: 'customers' | 'subscriptions', rows: readonly unknown[], dryRun = false) => {
    const { store, close } = openSqlite(now);
    await saveDirectory(store, aDirectory());
    const files = importing(store);
    const passes: string[] = [];
    /** After how many batches each row was called saved. */
    const batchesAt: number[] = [];
    await files.run(kind, rows, {
      dryRun,
      onRow(pass) {
        passes.push(pass);
        if (pass === 'saved') batchesAt.push(files.batches.length);
      },
    });
    files.remove();
    await close();
    return { passes: [...new Set(passes)], batchesAt };
  };
  const many = Array.from({ length: 65 }, (_, index) => ({ ...sales, id: guid(index) }));
  const rowsOfContoso = many.map((row) => ({ ...row, tenantId: customerTenant }));

  it('counts as saved what has been written only', async () => {
    const { passes, batchesAt } = await told('subscriptions', rowsOfContoso);
    assert.deepEqual(passes, ['checked', 'saved']);
    // The first batch says whose they are.
    const batchOf = (row: number) => 2 + Math.floor(row / 30);
    assert.deepEqual(
      batchesAt,
      rowsOfContoso.map((_, row) => batchOf(row)),
    );
  });

  it('counts a customer once all that is nested in it has been written', async () => {
    const rows = [
      { ...contoso, subscriptions: many },
      { ...customer, tenantId: guid(1), domains: ['b.com'] },
    ];
    const { batchesAt } = await told('customers', rows);
    assert.deepEqual(
      batchesAt,
      [3, 7],
      'after its own, its domain and its name; after the owners and 65 subscriptions',
    );
  });

  it('saves nothing in a dry run, and does not say so', async () => {
    assert.deepEqual((await told('subscriptions', rowsOfContoso, true)).passes, ['checked', 'compared']);
  });
});

describe('When subscriptions are for many products (R38)', () => {
  it('writes as many batches as it takes, and each subscription whole', async () => {
    const { store, close } = openSqlite(now);
    const products = Array.from({ length: 20 }, (_, index) => `product-${index}`);
    const catalogue = { ...aDirectory().catalogue, products: products.map((id) => ({ id, name: id })) };
    const subscriptions = Array.from({ length: 30 }, (_, index) => ({ ...sales, id: guid(index), products }));
    const files = importing(store);
    await saveDirectory(store, aDirectory({ catalogue, customers: [{ ...contoso, subscriptions: [] }] }));
    const rows = subscriptions.map((row) => ({ ...row, tenantId: customerTenant }));
    await files.done('subscriptions', rows);
    assert(files.batches.every(({ length }) => length <= 100));
    const ended = rows.map((row) => ({ ...row, products: products.slice(0, 1), state: 'Ended' as const }));
    const tally = (await files.done('subscriptions', ended)).subscriptions;
    assert.equal(tally?.changed, 30);
    const directory = createDirectory(store, { now });
    assert.equal((await directory.subscriptionsOf(customerTenant, 'product-0')).length, 3);
    assert.deepEqual(await directory.subscriptionsOf(customerTenant, 'product-19'), []);
    files.remove();
    await close();
  });
});

describe('When an import is broken off', () => {
  const rows = Array.from({ length: 65 }, (_, index) => ({
    ...sales,
    id: guid(index),
    tenantId: customerTenant,
  }));

  for (const saved of [true, false]) {
    it(`is finished by running it again, the second batch of subscriptions ${saved ? 'saved' : 'lost'}`, async () => {
      const { store, close } = openSqlite(now);
      await saveDirectory(store, aDirectory());
      const dying = importing(crashingStore(store, { at: 3, saved }));
      await assert.rejects(dying.run('subscriptions', rows), /dead|Batch 3/);
      const again = importing(store);
      const done = saved ? 60 : 30;
      const tally = (await again.done('subscriptions', rows)).subscriptions;
      assert.deepEqual([tally?.unchanged, tally?.new], [done, 65 - done]);
      await again.done('subscriptions', rows);
      assert.equal(again.batches.length, saved ? 1 : 2);
      for (const { remove } of [dying, again]) remove();
      await close();
    });
  }

  it('stops between two batches when it is told to, or while the file is checked', async () => {
    const { store, close } = openSqlite(now);
    await saveDirectory(store, aDirectory());
    const files = importing(store);
    const told = new AbortController();
    const signal = told.signal;
    const many = Array.from({ length: 165 }, (_, index) => ({
      ...sales,
      id: guid(index),
      tenantId: customerTenant,
    }));
    const onRow = (pass: string, row: number) => pass === 'saved' && row === 90 && told.abort();
    await assert.rejects(files.run('subscriptions', many, { signal, onRow }), { name: 'AbortError' });
    assert.equal(files.batches.length, 4, 'whose the first hundred are, and ninety of them');
    await assert.rejects(files.run('subscriptions', rows, { signal }), { name: 'AbortError' });
    assert.equal(files.batches.length, 4, 'whose the first hundred are, and ninety of them');
    files.remove();
    await close();
  });
});
