import { deepEqual, equal } from 'node:assert/strict';
import { createImportedTenantLookup } from '../../../../services/directory/tenantLookup/importedTenantLookup.ts';
import { rememberTenants, wholeDomain } from '../../../../services/directory/tenantLookup/tenantLookup.ts';
import type { TenantAnswer } from '../../../../services/domain/tenantAnswer.ts';
import { type OpenedStore, openSqlite } from '../../../support/openStores.ts';
import { saveDirectory } from '../../../support/saveDirectory.ts';
import { aDirectory, contoso, customerTenant } from '../aDirectory.ts';

const found: TenantAnswer = { kind: 'found', tenantId: customerTenant };
const second = 1000;

describe('When a domain is asked for again (R37)', () => {
  let time: number;
  let answer: TenantAnswer;
  let asked: string[];
  let lookup: ReturnType<typeof rememberTenants>;
  beforeEach(() => {
    time = Date.parse('2026-11-23T18:00:00Z');
    answer = found;
    asked = [];
    const ask = async (domain: string) => {
      asked.push(domain);
      return answer;
    };
    lookup = rememberTenants(ask, { now: () => new Date(time), entries: 2 });
  });

  const ages = [
    [found, 600 * second],
    [{ kind: 'unknown' }, 60 * second],
    [{ kind: 'unavailable' }, second],
  ] as const;
  for (const [given, age] of ages)
    it(`remembers “${given.kind}” for ${age / second} s`, async () => {
      answer = given;
      await lookup('contoso.com');
      time += age - 1;
      deepEqual(await lookup('contoso.com'), given);
      equal(asked.length, 1);
      time += 1;
      await lookup('contoso.com');
      equal(asked.length, 2);
    });

  it('asks once for all who wait', async () => {
    await Promise.all([lookup('contoso.com'), lookup('contoso.com'), lookup('fabrikam.com')]);
    deepEqual(asked, ['contoso.com', 'fabrikam.com']);
  });

  it('forgets the oldest when there are too many', async () => {
    for (const domain of ['a.com', 'b.com', 'c.com', 'c.com', 'b.com', 'a.com']) await lookup(domain);
    deepEqual(asked, ['a.com', 'b.com', 'c.com', 'a.com']);
  });
});

describe('When a domain is read (R9)', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['contoso', 'contoso.onmicrosoft.com'],
    ['Contoso.COM', 'contoso.com'],
    ['bücher.de', 'xn--bcher-kva.de'],
    ['bücher', 'xn--bcher-kva.onmicrosoft.com'],
    ['10.0.0.1', undefined],
    ['contoso..com', undefined],
    ['-contoso.com', undefined],
    [`${'a'.repeat(64)}.com`, undefined],
    [`${'a.'.repeat(126)}com`, undefined],
  ];
  for (const [typed, whole] of cases)
    it(`takes “${typed.slice(0, 20)}” for ${whole ?? 'no domain'}`, () => equal(wholeDomain(typed), whole));
});

describe('When there is no network, and the imported customers say it (R37)', () => {
  let opened: OpenedStore;
  let ask: ReturnType<typeof createImportedTenantLookup>;
  beforeEach(async () => {
    opened = openSqlite(() => new Date());
    await saveDirectory(opened.store, aDirectory());
    ask = createImportedTenantLookup(opened.store);
  });
  afterEach(() => opened.close());

  it('finds a domain’s customer, and knows no other domain', async () => {
    deepEqual(await ask('CONTOSO.com'), found);
    deepEqual(await ask('contoso.example'), { kind: 'unknown' });
    deepEqual(await ask('not a domain'), { kind: 'unknown' });
  });

  it('follows a domain that a later import moved or took away', async () => {
    const other = '0ccada5f-43eb-479f-9849-341ee5314451';
    const moved = { ...contoso, tenantId: other, subscriptions: [] };
    const left = { ...contoso, domains: ['contoso.net'] };
    await saveDirectory(opened.store, aDirectory({ customers: [left] }));
    deepEqual(await ask('contoso.com'), { kind: 'unknown' });
    await saveDirectory(opened.store, aDirectory({ customers: [left, moved] }));
    deepEqual(await ask('contoso.com'), { kind: 'found', tenantId: other });
  });
});
