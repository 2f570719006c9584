import assert from 'node:assert/strict';
import {
  type DirectoryData,
  DirectoryFileError,
  parseDirectory,
} from '../../../../services/directory/import/directoryFile.ts';
import { asImported } from '../../../support/asImported.ts';
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
} from '../aDirectory.ts';

function problemsOf(data: unknown): readonly string[] {
  try {
    parseDirectory(asImported(data));
  } catch (error) {
    if (error instanceof DirectoryFileError) return error.problems;
    throw error;
  }
  return [];
}

describe('When a directory is imported (D8)', () => {
  it('takes data in the import format as it is', () => {
    assert.deepEqual(parseDirectory(asImported(aDirectory())), aDirectory());
  });

  it('puts GUIDs and domains into lower case', () => {
    const data = aDirectory({
      people: [anAdmin({ tenantId: homeTenant.toUpperCase() })],
      customers: [{ ...contoso, tenantId: customerTenant.toUpperCase(), domains: ['Contoso.COM'] }],
    });
    const { people, customers } = parseDirectory(asImported(data));
    assert.equal(people[0]?.tenantId, homeTenant);
    assert.deepEqual([customers[0]?.tenantId, customers[0]?.domains], [customerTenant, ['contoso.com']]);
  });
});

describe('When a directory cannot be imported', () => {
  it('names entry and field, all problems in one pass', () => {
    const subscription = { ...contoso.subscriptions[0], state: 'Broken' };
    const problems = problemsOf({
      ...aDirectory(),
      people: [anAdmin(), { ...aReviewer(), email: 'rita' }],
      customers: [{ ...contoso, tenantId: 'contoso', subscriptions: [subscription] }],
    });
    assert.deepEqual(
      problems.map((problem) => problem.slice(0, problem.indexOf(':'))),
      [
        'people[1] "Rita Lund", email',
        'customers[0] "Contoso", tenantId',
        `customers[0] "Contoso", subscriptions[0] "${subscription.id}", state`,
      ],
    );
  });

  const wrong: [what: string, data: unknown, problem: RegExp][] = [
    ['something that is no directory', 'hello', /the file: .*expected object/],
    ['a missing part', { ...aDirectory(), customers: undefined }, /^customers: .*expected array/],
    ['a field that the format does not know', { ...aDirectory(), extra: 1 }, /extra/],
    [
      'a kind of person that does not exist',
      { ...aDirectory(), people: [{ kind: 'boss' }] },
      /^people\[0\], kind: /,
    ],
  ];
  for (const [what, data, problem] of wrong) {
    it(`refuses ${what}`, () => assert.match(problemsOf(data).join('\n'), problem));
  }

  const contradictions: [what: string, overrides: Partial<DirectoryData>, problem: RegExp][] = [
    [
      'the same person twice',
      { people: [anAdmin(), anAdmin({ name: 'A. Ruiz' })] },
      /person .*more than once/,
    ],
    [
      'the same MPN ID twice',
      { partners: [fabrikam, { ...fabrikam, id: 'other' }] },
      /MPN ID 4501234 .*more than once/,
    ],
    [
      'a tenant of two partners',
      { partners: [fabrikam, anotherPartner({ tenantIds: fabrikam.tenantIds })] },
      /Entra tenant \S+ .*more than once/,
    ],
    [
      'a domain of two customers',
      { customers: [contoso, { ...contoso, tenantId: reviewTenant }] },
      /domain contoso\.com/,
    ],
    [
      'a person of no company',
      { people: [anAdmin({ partnerId: 'nobody' })] },
      /"Ana Ruiz": partnerId "nobody"/,
    ],
    [
      "a person who signs in at another company's tenant",
      { people: [anAdmin({ tenantId: reviewTenant })] },
      /"Ana Ruiz": tenantId .*not a tenant of Fabrikam/,
    ],
    [
      'a Dynamics 365 product outside the catalogue',
      { catalogue: { workloads: [{ id: 'teams', name: 'Teams' }], products: [{ id: 'x', name: 'X' }] } },
      /"Contoso", subscription 2d7f.*dynamics-365-sales/,
    ],
  ];
  for (const [what, overrides, problem] of contradictions) {
    it(`refuses ${what}`, () => assert.match(problemsOf(aDirectory(overrides)).join('\n'), problem));
  }
});
