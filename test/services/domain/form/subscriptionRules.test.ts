import { deepEqual, equal } from 'node:assert/strict';
import { loadDemo } from '../../../../local/demo/loadDemo.ts';
import type { Answers } from '../../../../services/domain/answers.ts';
import type { FormFacts } from '../../../../services/domain/form/formRules.ts';
import {
  chosenLines,
  type ProductFacts,
  productChecks,
} from '../../../../services/domain/form/subscriptionRules.ts';
import type { Subscription } from '../../../../services/domain/subscription.ts';
import { contoso } from '../../../support/aClaim.ts';

const sales = 'dynamics-365-sales';
const finance = 'dynamics-365-finance';

/** A subscription of Dynamics 365 Sales that can be claimed, unless said otherwise. */
const aSubscription = (overrides: Partial<Subscription> = {}): Subscription => ({
  id: '2606fe35-e9ef-472a-abe7-a546d0a01bd1',
  products: [sales],
  family: 'Dynamics365',
  channel: 'WebDirect',
  state: 'Active',
  provisioned: true,
  ...overrides,
});

const factsOf = (subscription: Subscription | undefined): ProductFacts => ({
  product: sales,
  atCustomer: [aSubscription(), aSubscription()],
  subscription,
});
const failing = (facts: ProductFacts) =>
  productChecks.filter(({ fails }) => fails(facts)).map(({ row }) => row);

describe('When a product is checked (R38–R40)', () => {
  it('is checked in this order', () => {
    deepEqual(
      productChecks.map(({ row }) => row),
      ['E1', 'E6', 'E2', 'E3', 'E8', 'E7', 'E4'],
    );
  });

  const cases: readonly (readonly [what: string, facts: ProductFacts, first: string | undefined])[] = [
    ['can be claimed when nothing is wrong', factsOf(aSubscription()), undefined],
    ['can be claimed in grace (R39)', factsOf(aSubscription({ state: 'InGrace' })), undefined],
    [
      'can be claimed from Volume Licensing',
      factsOf(aSubscription({ channel: 'VolumeLicensing' })),
      undefined,
    ],
    ['is not on the tenant', { product: sales, atCustomer: [], subscription: undefined }, 'E1'],
    ['has no such subscription', factsOf(undefined), 'E6'],
    ['has a subscription of another product', factsOf(aSubscription({ products: [finance] })), 'E6'],
    [
      'has one for several products, this one too (R38)',
      factsOf(aSubscription({ products: [finance, sales] })),
      undefined,
    ],
    [
      'has one that is not for Dynamics',
      factsOf(aSubscription({ products: ['E5'], family: 'Microsoft365' })),
      'E2',
    ],
    ['has one for Power BI', factsOf(aSubscription({ products: ['Power BI Pro'], family: 'Other' })), 'E2'],
    ['was bought through CSP', factsOf(aSubscription({ channel: 'CSP' })), 'E3'],
    ['was bought in another way', factsOf(aSubscription({ channel: 'Other' })), 'E8'],
    ['is suspended', factsOf(aSubscription({ state: 'Suspended' })), 'E7'],
    ['has ended', factsOf(aSubscription({ state: 'Ended' })), 'E7'],
    ['is not provisioned', factsOf(aSubscription({ provisioned: false })), 'E4'],
  ];
  for (const [what, facts, first] of cases)
    it(`${what}: ${first ?? 'no error'}`, () => equal(failing(facts)[0], first));

  it('says first what no customer can change when several things are wrong', () => {
    const wrong = { state: 'Ended', provisioned: false } as const;
    equal(failing(factsOf(aSubscription({ ...wrong, channel: 'CSP' })))[0], 'E3');
    equal(failing(factsOf(aSubscription({ ...wrong, channel: 'Other' })))[0], 'E8');
    equal(failing(factsOf(aSubscription(wrong)))[0], 'E7');
    equal(failing(factsOf(aSubscription({ ...wrong, products: [finance] })))[0], 'E6');
  });
});

const knowing = (overrides: Partial<FormFacts> = {}): FormFacts => ({
  locations: [],
  catalogue: loadDemo().catalogue,
  subscriptions: {},
  typed: {},
  slots: {},
  ...overrides,
});
const choosing = (overrides: Answers = {}): Answers => ({
  customerTenantId: contoso,
  solutionArea: 'BusinessApplications',
  activities: 'Presales,Usage',
  lines: sales,
  ...overrides,
});
const workload: Answers = { solutionArea: 'Microsoft365', activities: 'Usage', lines: 'teams,intune' };
const errorsOfLines = (answers: Answers, facts: FormFacts) => chosenLines(answers, facts).errors;
const heldLines = (answers: Answers, facts: FormFacts) => chosenLines(answers, facts).held;
const codes = (answers: Answers, facts: FormFacts) =>
  Object.fromEntries(
    Object.entries(errorsOfLines(answers, facts)).map(([field, error]) => [field, error?.code]),
  );
const two = [aSubscription(), aSubscription({ id: 'f9a0f03d-7549-422f-ae4b-4b26359cbda5' })];

describe('When lines are checked (R43)', () => {
  it('says what is wrong with each line at its own field, in one pass', () => {
    const facts = knowing({
      subscriptions: {
        [sales]: two,
        [finance]: [aSubscription({ products: [finance], provisioned: false })],
        'dynamics-365-field-service': [aSubscription({ id: 'aaaa' })],
      },
    });
    const lines = `${sales},${finance},dynamics-365-commerce,dynamics-365-field-service`;
    deepEqual(codes(choosing({ lines, [`subscriptionId.${sales}`]: 'x' }), facts), {
      [`subscriptionId.${sales}`]: 'notThisCustomers',
      [`line.${finance}`]: 'notProvisioned',
      'line.dynamics-365-commerce': 'productNotOnTenant',
      'line.dynamics-365-field-service': 'notThisCustomers',
    });
  });

  it('asks for the ID before it says anything of it (R22)', () => {
    const facts = knowing({ subscriptions: { [sales]: two } });
    deepEqual(codes(choosing(), facts), { [`subscriptionId.${sales}`]: 'subscriptionNeeded' });
  });

  it('says nothing of a line before there is a customer', () => {
    deepEqual(errorsOfLines(choosing({ customerTenantId: 'x' }), knowing()), {});
  });

  it('asks nothing of a workload but who has claimed it (D5)', () => {
    deepEqual(errorsOfLines(choosing(workload), knowing()), {});
  });
});

describe('When a line has been claimed before (E5, D5)', () => {
  const slot = `subscription:${aSubscription().id}`;
  const claimed = (activities: string, own: readonly ('Presales' | 'Usage' | 'RevenueAssociation')[]) =>
    errorsOfLines(
      choosing({ activities }),
      knowing({
        subscriptions: { [sales]: [aSubscription()] },
        slots: { [slot]: { own: [{ number: 'C-1', activities: own }], heldByAnother: false } },
      }),
    );

  it('is an error for the same company and an activity in common', () => {
    const error = { code: 'alreadyClaimed', data: { number: 'C-1', activity: 'Usage' } };
    deepEqual(claimed('Presales,Usage', ['Usage']), { [`line.${sales}`]: error });
  });

  it('is no error for other activities', () => {
    deepEqual(claimed('RevenueAssociation', ['Presales', 'Usage']), {});
  });

  const held = { own: [], heldByAnother: true } as const;
  const facts = knowing({ slots: { 'workload:teams': held, 'workload:intune': held } });
  const keys = [`${contoso}/workload:teams`, `${contoso}/workload:intune`];

  it('is a choice where somebody else holds it, line by line', () => {
    deepEqual(
      heldLines(choosing(workload), facts).map(({ key }) => key),
      keys,
    );
    const needed = { arbitration: { code: 'arbitrationNeeded' } };
    deepEqual(errorsOfLines(choosing(workload), facts), needed);
    deepEqual(errorsOfLines(choosing({ ...workload, arbitration: keys[0] ?? '' }), facts), needed);
    deepEqual(errorsOfLines(choosing({ ...workload, arbitration: keys.join(',') }), facts), {});
    deepEqual(errorsOfLines(choosing({ ...workload, lines: 'exchange-online' }), facts), {});
  });

  it('has to be chosen anew for another customer', () => {
    const customerTenantId = '814ab6a7-683f-42cb-be3b-b5e45d2aa75a';
    const answers = choosing({ ...workload, customerTenantId, arbitration: keys.join(',') });
    equal(errorsOfLines(answers, facts).arbitration?.code, 'arbitrationNeeded');
  });

  const strays: readonly (readonly [string, string])[] = [
    ['a line that is not chosen', `${contoso}/workload:onedrive`],
    ['a line of the other area', `${contoso}/subscription:${aSubscription().id}`],
    ['a line of another customer', '814ab6a7-683f-42cb-be3b-b5e45d2aa75a/workload:teams'],
    ['nothing at all', 'anything'],
  ];
  for (const [what, stray] of strays)
    it(`can be chosen for what is claimed only, not for ${what}`, () => {
      const arbitration = [...keys, stray].join(',');
      const answers = choosing({ ...workload, arbitration });
      deepEqual(errorsOfLines(answers, facts), { arbitration: { code: 'notOffered' } });
    });

  it('is chosen once', () => {
    const answers = choosing({ ...workload, arbitration: [...keys, ...keys].join(',') });
    deepEqual(errorsOfLines(answers, facts), { arbitration: { code: 'chosenTwice' } });
  });

  it('is not asked about while the line itself is wrong: its slot is not known', () => {
    const arbitration = `${contoso}/${slot}`;
    equal(errorsOfLines(choosing({ arbitration }), knowing()).arbitration, undefined);
  });

  it('offers no arbitration for a line with an error', () => {
    const subscriptions = { [sales]: [aSubscription({ channel: 'CSP' })] };
    deepEqual(heldLines(choosing(), knowing({ subscriptions, slots: { [slot]: held } })), []);
  });
});
