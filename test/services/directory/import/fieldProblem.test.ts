import assert from 'node:assert/strict';
import { importing } from '../../../support/importing.ts';
import { openSqlite } from '../../../support/openStores.ts';
import { saveDirectory } from '../../../support/saveDirectory.ts';
import { aDirectory, homeTenant, customerTenant as tenant } from '../aDirectory.ts';

const now = () => new Date('2026-11-02T09:00:00Z');
const id = 'aaaaaaaa-0000-4000-8000-000000000001';
const good = `${tenant},${id},dynamics-365-sales,Dynamics365,CSP,Active,yes`;

describe('When somebody mends a file by what the import says of it (D8)', () => {
  const { store, close } = openSqlite(now);
  const files = importing(store);
  before(() => saveDirectory(store, aDirectory()));
  after(async () => {
    files.remove();
    await close();
  });

  const header = 'tenantId,id,product,family,channel,state,provisioned';
  const rows: readonly [what: string, row: string, says: readonly string[]][] = [
    ['a line that breaks off', `${tenant},${id}`, ['this line has 2 of 7 columns']],
    ['a line with a comma too many', `${good},x`, ['this line has 8 of 7 columns']],
    [
      'words that are not taken',
      `${tenant},${id},dynamics-365-sales,Dynamics,CSP,active,perhaps`,
      [
        'family: Expected Dynamics365, Microsoft365 or Other, not “Dynamics”',
        'state: Expected Active, InGrace, Suspended or Ended, not “active”',
        'provisioned: Expected true or false (in CSV also yes or no), not “perhaps”',
      ],
    ],
    [
      'an empty cell and half an ID',
      `${tenant.slice(0, 8)},${id},,Other,CSP,Active,no`,
      [
        'tenantId: Expected a GUID such as 84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c, not “e83b5c07”',
        'product: Missing',
      ],
    ],
  ];
  for (const [what, row, says] of rows) {
    it(`says one thing for each fault: ${what}`, async () => {
      const problems = await files.problems('subscriptions', `${header}\n${row}\n`, { ending: 'csv' });
      assert.deepEqual(
        problems,
        says.map((said) => `line 2, ${said}`),
      );
    });
  }

  const lists: readonly [kind: 'customers' | 'people' | 'partners', content: string, says: RegExp][] = [
    [
      'customers',
      `tenantId,name,domains\n${tenant},A,"a.com,b.com"`,
      /domains\.0: .*; separate several by spaces$/,
    ],
    [
      'people',
      `kind;tenantId;objectId;name;email;partnerId;roles\npartner;${homeTenant};${id};A;a@b.se;fabrikam;BillingAdmin,GlobalAdmin`,
      /roles\.0: .*; separate several by spaces$/,
    ],
    [
      'partners',
      `id,name,tenantIds,locations\na,A,${id},4512087 Oslo:A`,
      /locations\.0\.mpnId: .*; write each location as mpn:name:enrolments, several with \| between them$/,
    ],
  ];
  for (const [kind, content, says] of lists) {
    it(`says how a cell of several values is written: ${kind}`, async () => {
      const problems = await files.problems(kind, content, { ending: 'csv' });
      assert.equal(problems.length, 1);
      assert.match(problems.join(), says);
    });
  }

  it('passes over the empty rows that spreadsheets leave', () =>
    files.done('subscriptions', `${header}\n${good}\n,,,,,,\n\n`, { ending: 'csv' }));

  const entries: readonly [
    what: string,
    kind: 'people' | 'partners' | 'customers',
    entry: unknown,
    says: readonly string[],
  ][] = [
    ['no entry', 'customers', ['x'], ['Expected an entry with its fields, not a list']],
    ['neither of two kinds', 'people', { kind: 'boss' }, ['kind: Expected partner or reviewer']],
    [
      'a field too many, a role that does not exist, no address',
      'people',
      {
        kind: 'partner',
        tenantId: homeTenant,
        objectId: id,
        name: 'A',
        email: 'a(at)b',
        partnerId: 'fabrikam',
        roles: ['Admin'],
        rank: 1,
      },
      [
        'email: Expected an e-mail address, not “a(at)b”',
        'roles.0: Expected IncentivesAdmin, BillingAdmin or GlobalAdmin, not “Admin”',
        'Not expected here: rank',
      ],
    ],
    [
      'numbers for text, and nothing',
      'partners',
      {
        id: 'Fab 3',
        name: ' ',
        tenantIds: [],
        locations: [{ mpnId: 4512087, name: 'x'.repeat(300), enrolments: 'all' }],
      },
      [
        'id: Expected a short ID such as `exchange-online`, not “Fab 3”',
        'name: Empty',
        'tenantIds: Expected at least one',
        'locations.0.mpnId: Expected text in quotation marks, not “4512087”',
        'locations.0.name: Longer than 200 characters',
        'locations.0.enrolments: Expected a list in square brackets, not “all”',
      ],
    ],
  ];
  for (const [what, kind, entry, says] of entries) {
    it(`names each field of an entry: ${what}`, async () => {
      assert.deepEqual(
        await files.problems(kind, JSON.stringify([entry])),
        says.map((said) => `line 1, ${said}`),
      );
    });
  }
});
