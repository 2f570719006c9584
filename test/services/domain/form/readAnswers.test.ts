// Above 200 lines: the whole form, field by field.
import assert from 'node:assert/strict';
import { loadDemo } from '../../../../local/demo/loadDemo.ts';
import type { Answers, FilingStep } from '../../../../services/domain/answers.ts';
import type { FieldErrorCode } from '../../../../services/domain/form/fieldError.ts';
import { fieldsOf } from '../../../../services/domain/form/fieldLookup.ts';
import type { FormFacts } from '../../../../services/domain/form/formRules.ts';
import { formState } from '../../../../services/domain/form/formState.ts';
import { errorsOf, readAnswers as readState } from '../../../../services/domain/form/readAnswers.ts';
import type { Subscription } from '../../../../services/domain/subscription.ts';
import { contoso } from '../../../support/aClaim.ts';
import { goodAnswers } from '../../../support/memoryClaims.ts';
import { technicalContact } from '../../../support/technicalContact.ts';

const demo = loadDemo();
const customer = demo.customers.find(({ tenantId }) => tenantId === contoso);
assert(customer);
const locations = demo.partners.find(({ id }) => id === 'fabrikam')?.locations ?? [];
const byProduct = (subscriptions: readonly Subscription[]): FormFacts['subscriptions'] =>
  Object.fromEntries(
    demo.catalogue.products.map(({ id }) => [
      id,
      subscriptions.filter(({ products }) => products.includes(id)),
    ]),
  );
const facts: FormFacts = {
  locations,
  catalogue: demo.catalogue,
  subscriptions: byProduct(customer.subscriptions),
  typed: {},
  slots: {},
};

const sales = 'subscriptionId.dynamics-365-sales';
const salesSubscription = '2606fe35-e9ef-472a-abe7-a546d0a01bd1';
const fieldServiceSubscription = '8ac52edf-933a-4628-bbef-fb224e054158';

/** Business Applications at Contoso: two products, one with several subscriptions, one with exactly one. */
const dynamics: Answers = {
  ...goodAnswers,
  solutionArea: 'BusinessApplications',
  activities: 'Usage,Presales',
  lines: 'dynamics-365-sales,dynamics-365-field-service',
  [sales]: salesSubscription,
  ...technicalContact,
};
const revenue: Answers = {
  ...dynamics,
  activities: 'RevenueAssociation',
  solutionSellerName: 'Sol Seller',
  customerName: 'Contoso Ltd',
  isvSolutionName: 'Fabrikam Fleet',
};

/** The answers with the typed subscriptions as they would have been found at Contoso. */
const readAnswers = (answers: Answers, known: FormFacts) => readState(formState(answers, known));
const reading = (answers: Answers, known: FormFacts = facts) => {
  const found = (id: string | undefined) =>
    Object.values(known.subscriptions)
      .flat()
      .filter((subscription) => subscription.id === id?.trim().toLowerCase());
  const typed = Object.entries(answers).flatMap(([field, id]) =>
    field.startsWith('subscriptionId.')
      ? found(id).map((subscription) => [field.slice('subscriptionId.'.length), subscription])
      : [],
  );
  return readAnswers(answers, { ...known, typed: Object.fromEntries(typed) });
};
const codesOf = (answers: Answers, known: FormFacts = facts) =>
  Object.fromEntries(
    Object.entries(reading(answers, known).errors).map(([field, error]) => [field, error?.code]),
  );

describe('When everything has been answered', () => {
  it('makes the details of a Microsoft 365 claim, without what it does not need (R14, R19, R20)', () => {
    const { details, errors } = readAnswers(
      { ...goodAnswers, ...technicalContact, [sales]: 'nonsense' },
      facts,
    );
    assert.deepEqual(errors, {});
    assert.deepEqual(details, {
      mpnId: '4512087',
      customerDomain: 'contoso.com',
      customerTenantId: contoso,
      solutionArea: 'Microsoft365',
      activities: ['Usage'],
      claimName: 'Contoso adoption',
      lines: [{ kind: 'workload', workload: 'exchange-online' }],
      customerContact: { name: 'Cleo Park', title: 'CIO', email: 'cleo@contoso.com', language: 'en' },
      partnerContact: { name: 'Ana Ruiz', email: 'ana.ruiz@fabrikam.example' },
    });
  });

  it('takes the only subscription of a product and the typed one of several (R22)', () => {
    const { details } = reading({ ...dynamics, [sales]: ` ${salesSubscription.toUpperCase()} ` }, facts);
    assert.deepEqual(details?.lines, [
      { kind: 'product', product: 'dynamics-365-sales', subscriptionId: salesSubscription },
      { kind: 'product', product: 'dynamics-365-field-service', subscriptionId: fieldServiceSubscription },
    ]);
    assert.deepEqual(details?.activities, ['Presales', 'Usage']);
    assert.deepEqual(details?.technicalContact, {
      name: 'Theo Grant',
      title: 'Architect',
      email: 'theo@contoso.com',
    });
  });

  it('keeps the names of a revenue association (R19)', () => {
    assert.deepEqual(reading(revenue).details?.revenueAssociation, {
      solutionSellerName: 'Sol Seller',
      customerName: 'Contoso Ltd',
      isvSolutionName: 'Fabrikam Fleet',
    });
  });
});

describe('When an answer is wrong (R43)', () => {
  const cases: readonly (readonly [
    what: string,
    answers: Answers,
    errors: Readonly<Record<string, FieldErrorCode>>,
  ])[] = [
    ['a location of another company (R33)', { ...goodAnswers, mpnId: '6104418' }, { mpnId: 'notYourMpnId' }],
    ['no location', { ...goodAnswers, mpnId: '' }, { mpnId: 'required' }],
    ['two domains', { ...goodAnswers, customerDomain: 'x.com, y.com' }, { customerDomain: 'severalDomains' }],
    [
      'a number for a domain',
      { ...goodAnswers, customerDomain: '1.2.3.4' },
      { customerDomain: 'notADomain' },
    ],
    ['a short tenant ID', { ...goodAnswers, customerTenantId: '84a4' }, { customerTenantId: 'notAGuid' }],
    [
      'an area that is not offered (R2)',
      { ...goodAnswers, solutionArea: 'Surface' },
      { solutionArea: 'notOffered', lines: 'required' },
    ],
    ['no activity', { ...goodAnswers, activities: '' }, { activities: 'required' }],
    ['an unknown activity', { ...goodAnswers, activities: 'Resale' }, { activities: 'notOffered' }],
    [
      'Presales for Microsoft 365 (R26)',
      { ...goodAnswers, activities: 'Presales' },
      { activities: 'activityNotInArea' },
    ],
    [
      'revenue association beside usage (R31, D12)',
      { ...revenue, activities: 'Usage,RevenueAssociation' },
      { activities: 'revenueAssociationAlone' },
    ],
    ['a workload as a product', { ...dynamics, lines: 'exchange-online' }, { lines: 'notOffered' }],
    [
      'a workload beside products (R26)',
      { ...dynamics, lines: `exchange-online,${dynamics.lines ?? ''}` },
      { lines: 'notOffered' },
    ],
    [
      'a product beside a workload (R26)',
      { ...goodAnswers, lines: 'exchange-online,dynamics-365-sales' },
      { lines: 'notOffered' },
    ],
    ['a workload twice (R17)', { ...goodAnswers, lines: 'teams, teams' }, { lines: 'chosenTwice' }],
    ['an activity twice', { ...goodAnswers, activities: 'Usage,Usage' }, { activities: 'chosenTwice' }],
    [
      'something unknown among products',
      { ...dynamics, lines: `exchange-offline,${dynamics.lines ?? ''}` },
      { lines: 'notOffered' },
    ],
    ['no line (R17)', { ...goodAnswers, lines: ' , ' }, { lines: 'required' }],
    ['a long claim name', { ...goodAnswers, claimName: 'é'.repeat(101) }, { claimName: 'tooLong' }],
    ['a long comment', { ...goodAnswers, comment: '🙂'.repeat(2001) }, { comment: 'tooLong' }],
    [
      'an e-mail without a host',
      { ...goodAnswers, 'customerContact.email': 'cleo@' },
      { 'customerContact.email': 'emailWithoutHost' },
    ],
    [
      'no e-mail',
      { ...goodAnswers, 'partnerContact.email': 'ana' },
      { 'partnerContact.email': 'notAnEmail' },
    ],
    [
      'a language that no e-mail is written in (R13)',
      { ...goodAnswers, 'customerContact.language': 'fr' },
      { 'customerContact.language': 'notOffered' },
    ],
    [
      'no subscription where there are several (R22)',
      { ...dynamics, [sales]: ' ' },
      { [sales]: 'subscriptionNeeded' },
    ],
    ['something else as a subscription', { ...dynamics, [sales]: 'sub-1' }, { [sales]: 'notThisCustomers' }],
  ];
  for (const [what, answers, errors] of cases)
    it(`says at the field: ${what}`, () => {
      assert.deepEqual(codesOf(answers), errors);
      assert.equal(readAnswers(answers, facts).details, undefined);
    });

  it('says everything in one pass', () => {
    assert.deepEqual(codesOf({}), {
      mpnId: 'required',
      customerDomain: 'required',
      customerTenantId: 'required',
      solutionArea: 'required',
      activities: 'required',
      claimName: 'required',
      lines: 'required',
      'customerContact.name': 'required',
      'customerContact.title': 'required',
      'customerContact.email': 'required',
      'customerContact.language': 'required',
      'partnerContact.name': 'required',
      'partnerContact.email': 'required',
    });
  });

  it('says at one step only what that step asks', () => {
    const answers = { ...goodAnswers, mpnId: '', lines: '', 'customerContact.name': '' };
    const fields = (step: FilingStep) => Object.keys(errorsOf(step, readAnswers(answers, facts).errors));
    assert.deepEqual(fields('customer'), ['mpnId']);
    assert.deepEqual(fields('lines'), ['lines']);
    assert.deepEqual(fields('contacts'), ['customerContact.name']);
    assert.deepEqual(fields('name'), []);
  });
});

describe('When many lines are chosen (R17)', () => {
  const items = Array.from({ length: 25 }, (_, index) => ({
    id: `workload-${index}`,
    name: `Workload ${index}`,
  }));
  const wide: FormFacts = { ...facts, catalogue: { ...demo.catalogue, workloads: items } };
  const choosing = (count: number) => ({
    ...goodAnswers,
    lines: items
      .slice(0, count)
      .map(({ id }) => id)
      .join(','),
  });

  it('takes twenty and refuses twenty-one', () => {
    assert.equal(readAnswers(choosing(20), wide).details?.lines.length, 20);
    assert.deepEqual(readAnswers(choosing(21), wide).errors, {
      lines: { code: 'tooMany', data: { limit: 20 } },
    });
  });

  it('counts nothing between two commas', () => {
    const answers = { ...goodAnswers, lines: 'teams, ,,exchange-online' };
    assert.equal(readAnswers(answers, facts).details?.lines.length, 2);
  });
});

describe('When the form asks (R20)', () => {
  const asked = (step: FilingStep, answers: Answers, known = facts) =>
    fieldsOf(step, formState(answers, known));

  it('asks for a technical contact only for Business Applications (R14)', () => {
    const technical = (answers: Answers) =>
      asked('contacts', answers).filter((field) => field.startsWith('technicalContact'));
    assert.equal(technical(goodAnswers).length, 0);
    assert.equal(technical(dynamics).length, 3);
  });

  it('asks for seller, customer and solution only for revenue association (R19)', () => {
    assert.deepEqual(asked('name', dynamics), ['claimName']);
    assert.deepEqual(asked('name', revenue), [
      'claimName',
      'solutionSellerName',
      'customerName',
      'isvSolutionName',
    ]);
  });

  it('asks for a subscription where there are several, not where there is one or none, never for a workload (R22)', () => {
    assert.deepEqual(asked('lines', dynamics), ['lines', sales]);
    assert.deepEqual(asked('lines', dynamics, { ...facts, subscriptions: {} }), ['lines']);
    assert.deepEqual(asked('lines', goodAnswers), ['lines']);
    assert.deepEqual(asked('lines', { ...dynamics, lines: 'dynamics-365-nonsense' }), ['lines']);
  });
});
