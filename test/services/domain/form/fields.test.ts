import { deepEqual, equal, ok } from 'node:assert/strict';
import { loadDemo } from '../../../../local/demo/loadDemo.ts';
import {
  type Answers,
  type FilingStep,
  filingSteps,
  type SingleField,
} from '../../../../services/domain/answers.ts';
import { answersFrom } from '../../../../services/domain/form/answersFrom.ts';
import {
  editedFields,
  editPartOf,
  fieldsOf,
  fieldsOfPart,
  isFieldName,
  singleFields,
  stepOfField,
  stepOfPart,
} from '../../../../services/domain/form/fieldLookup.ts';
import { type EditPart, editParts } from '../../../../services/domain/form/fields.ts';
import type { FormFacts } from '../../../../services/domain/form/formRules.ts';
import { formState } from '../../../../services/domain/form/formState.ts';
import { readAnswers } from '../../../../services/domain/form/readAnswers.ts';
import { contoso } from '../../../support/aClaim.ts';
import { goodAnswers } from '../../../support/memoryClaims.ts';
import { technicalContact } from '../../../support/technicalContact.ts';

const sales = 'subscriptionId.dynamics-365-sales';

/** Written by hand: where each field is asked, which part's edit changes it, and whether history tells it as its own. */
const expected: Readonly<
  Record<SingleField | typeof sales, readonly [step: FilingStep, part?: EditPart, told?: 'asField']>
> = {
  mpnId: ['customer', 'mpnId', 'asField'],
  customerDomain: ['customer'],
  customerTenantId: ['customer'],
  solutionArea: ['activity'],
  activities: ['activity'],
  claimName: ['name'],
  solutionSellerName: ['name'],
  customerName: ['name'],
  isvSolutionName: ['name'],
  lines: ['lines', 'lines'],
  [sales]: ['lines', 'lines'],
  arbitration: ['lines', 'lines'],
  'customerContact.name': ['contacts', 'contacts', 'asField'],
  'customerContact.title': ['contacts', 'contacts', 'asField'],
  'customerContact.email': ['contacts', 'contacts', 'asField'],
  'customerContact.language': ['contacts', 'contacts', 'asField'],
  'technicalContact.name': ['contacts', 'contacts', 'asField'],
  'technicalContact.title': ['contacts', 'contacts', 'asField'],
  'technicalContact.email': ['contacts', 'contacts', 'asField'],
  'partnerContact.name': ['contacts', 'contacts', 'asField'],
  'partnerContact.email': ['contacts', 'contacts', 'asField'],
  comment: ['comments'],
};

const demo = loadDemo();
const subscriptions = demo.customers.find(({ tenantId }) => tenantId === contoso)?.subscriptions ?? [];
const salesSubscriptions = subscriptions.filter(({ products }) => products.includes('dynamics-365-sales'));
const [first] = salesSubscriptions;
ok(first && salesSubscriptions.length > 1);
const facts: FormFacts = {
  locations: demo.partners.find(({ id }) => id === 'fabrikam')?.locations ?? [],
  catalogue: demo.catalogue,
  subscriptions: { 'dynamics-365-sales': salesSubscriptions },
  typed: { 'dynamics-365-sales': first },
  slots: {},
};

const microsoft365: Answers = { ...goodAnswers, comment: 'Thank you' };
const revenue: Answers = {
  ...microsoft365,
  solutionArea: 'BusinessApplications',
  activities: 'RevenueAssociation',
  solutionSellerName: 'Sol Seller',
  customerName: 'Contoso Ltd',
  isvSolutionName: 'Fabrikam Fleet',
  lines: 'dynamics-365-sales',
  [sales]: first.id,
  ...technicalContact,
};
const held: FormFacts = {
  ...facts,
  slots: { [`subscription:${first.id}`]: { own: [], heldByAnother: true } },
};

describe('The table of fields', () => {
  for (const [field, [step, part, told]] of Object.entries(expected))
    it(`${field} is asked with ${step}, ${part ? `edited with ${part} (R89)` : 'and fixed once submitted'}`, () => {
      deepEqual([stepOfField(field), editPartOf(field)], [step, part]);
      equal(
        editedFields.some((name) => name === field),
        told === 'asField',
      );
    });

  it('has no other fields', () => {
    deepEqual([...singleFields, sales].toSorted(), Object.keys(expected).toSorted());
  });

  it('lets what an edit asks in one form be asked at one step', () => {
    for (const part of editParts) {
      const steps = Object.keys(expected).flatMap((field) =>
        editPartOf(field) === part ? [stepOfField(field)] : [],
      );
      deepEqual(new Set(steps), new Set([stepOfPart(part)]), part);
    }
  });

  it('ignores an input that is no field', () => {
    for (const name of Object.keys(expected)) ok(isFieldName(name), name);
    const none = ['', 'line.teams', 'toString', '__proto__', 'constructor.name', '.name', 'customerContact'];
    for (const name of none) deepEqual([isFieldName(name), editPartOf(name)], [false, undefined], name);
    for (const key of ['', ' ', 'A', 'a.b', 'a'.repeat(61)]) ok(!isFieldName(`subscriptionId.${key}`), key);
    ok(!isFieldName('subscriptionId'));
  });

  it('puts the error of a line without an input where lines are chosen', () => {
    equal(stepOfField('line.exchange-online'), 'lines');
  });
});

describe('When the form has been filled in', () => {
  const asked = (answers: Answers, known = facts) =>
    filingSteps.flatMap((step) => fieldsOf(step, formState(answers, known)));
  const unasked = (answers: Answers) =>
    Object.keys(expected).filter((field) => !asked(answers).some((name) => name === field));

  it('has asked every field but those that the choices leave out (R14, R19, R20, R22, D5)', () => {
    deepEqual(unasked(revenue), ['arbitration']);
    deepEqual(unasked(microsoft365), [
      'solutionSellerName',
      'customerName',
      'isvSolutionName',
      sales,
      'arbitration',
      ...Object.keys(technicalContact),
    ]);
    ok(asked(revenue, held).includes('arbitration'));
  });

  it('asks again in an edit what is of its part (R89)', () => {
    deepEqual(fieldsOfPart('mpnId', formState(revenue, facts)), ['mpnId']);
    deepEqual(fieldsOfPart('lines', formState(revenue, held)), ['lines', sales, 'arbitration']);
    equal(fieldsOfPart('contacts', formState(revenue, facts)).length, 9);
    equal(fieldsOfPart('contacts', formState(microsoft365, facts)).length, 6);
  });

  for (const [what, answers] of Object.entries({ microsoft365, revenue }))
    it(`loses nothing that was asked, but the comment, which is the claim's own: ${what}`, () => {
      const { details } = readAnswers(formState(answers, facts));
      ok(details);
      const { comment, ...kept } = answers;
      deepEqual(answersFrom(details), kept);
    });
});
