import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { holds } from '../../bot/badInput/answers.ts';
import { afterNext } from '../../support/demoForm.ts';
import { answered } from '../../support/fillIn.ts';
import { pastedAnswers, wrongAnswers } from '../../support/typedAnswers.ts';

/** All of Ana's answers, these otherwise. */
const answering = (typed: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...Object.assign({}, ...Object.values(answered)),
  ...typed,
});

describe('When a step of the form is answered', () => {
  for (const { what, at, typed, says } of wrongAnswers) {
    it(`${what}: it says so at the field and keeps what was typed (R43)`, () => {
      const { card, goesOn } = afterNext(at, answering(typed));
      ok(!goesOn);
      match(card.text, says);
      holds(card, { ...answered[at], ...typed });
      ok(afterNext(at, answering({})).goesOn, 'goes on once it is right');
    });
  }

  it('goes on with Presales and Usage together (R31)', () => {
    const both = { solutionArea: 'BusinessApplications', activities: 'Presales,Usage' };
    ok(afterNext('activity', answering(both)).goesOn);
  });

  for (const { what, at, field, typed, stands } of pastedAnswers) {
    it(`${what}: it is understood, and stands put right in the input`, () => {
      const { card, goesOn } = afterNext(at, answering({ [field]: typed }));
      ok(goesOn);
      holds(card, { [field]: stands });
    });
  }
});

const business = { solutionArea: 'BusinessApplications', activities: 'Usage' };
const adventureWorks = {
  customerDomain: 'adventure-works.com',
  customerTenantId: '814ab6a7-683f-42cb-be3b-b5e45d2aa75a',
};
const tailspin = { customerDomain: 'tailspintoys', customerTenantId: 'f7f18f65-1ace-483e-b384-3cf774cfe2cb' };
const askCustomer =
  /Check the (?:subscription|domain) and the tenant ID with your customer[\s\S]*\/servicerequests\?category=incentives/;
const notThisCustomers = /This is not a subscription ID of this customer\./;

/** The rows of “To see each error” in the demo’s guide: what is chosen, at whom, and what the form says. */
const errors: readonly {
  readonly row: string;
  readonly product: string;
  readonly salesId?: string;
  readonly customer?: Readonly<Record<string, string>>;
  readonly text: RegExp;
}[] = [
  { row: 'E1', product: 'commerce', text: /This product is not on the customer’s tenant\./ },
  {
    row: 'E2',
    product: 'sales',
    salesId: '8af66104-8e95-4c78-b69e-a7e7a1b79922',
    text: /This subscription is not for Dynamics 365\./,
  },
  { row: 'E3', product: 'customer-service', text: /bought through CSP/ },
  { row: 'E4', product: 'finance', text: /has not activated or provisioned this product yet/ },
  { row: 'E6, malformed', product: 'sales', salesId: '2606fe35', text: notThisCustomers },
  {
    row: 'E6, unknown',
    product: 'sales',
    salesId: '00000000-0000-4000-8000-000000000000',
    text: notThisCustomers,
  },
  {
    row: 'E6, another tenant’s',
    product: 'sales',
    salesId: '59078c35-f401-4933-83bc-e7ff001a43e4',
    text: notThisCustomers,
  },
  {
    row: 'E6, for another product',
    product: 'sales',
    salesId: '8ac52edf-933a-4628-bbef-fb224e054158',
    text: notThisCustomers,
  },
  { row: 'E7, suspended', product: 'customer-service', customer: adventureWorks, text: /neither active nor/ },
  { row: 'E7, ended', product: 'commerce', customer: adventureWorks, text: /neither active nor/ },
  { row: 'E8', product: 'field-service', customer: tailspin, text: /not bought through Volume Licensing/ },
];

describe('When a line cannot be claimed (R38–R43)', () => {
  for (const { row, product, salesId, customer, text } of errors)
    it(`says ${row} at the line, and what to do (R40, R41)`, () => {
      const sales = salesId ? { 'subscriptionId.dynamics-365-sales': salesId } : undefined;
      const typed = { ...business, ...customer, lines: `dynamics-365-${product}`, ...sales };
      const { card, goesOn } = afterNext('lines', answering(typed));
      ok(!goesOn);
      match(card.text, text);
      match(card.text, askCustomer);
      // R22: a subscription that cannot be claimed is not taken, and its ID is not told.
      doesNotMatch(card.text, /was found and will be used/);
      equal(card.inputs.lines, typed.lines);
      holds(card, { ...sales });
    });
});
