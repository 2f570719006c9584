// Above 200 lines: what is typed wrongly, what is pasted and what cannot be claimed, each a table.

import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { holds } from '../../bot/badInput/answers.ts';
import { afterNext } from '../../support/demoForm.ts';
import { answered } from '../../support/fillIn.ts';

interface Wrong {
  readonly what: string;
  readonly at: keyof typeof answered;
  readonly typed: Readonly<Record<string, string>>;
  readonly says: RegExp;
}

const name101 = 'n'.repeat(101);

/** R43: each error stands at its field, and what was typed is there still. */
const wrong: readonly Wrong[] = [
  {
    what: 'a tenant ID that is no GUID',
    at: 'customer',
    typed: { customerTenantId: '84a4f1ad-2a8c' },
    says: /not a valid ID/,
  },
  {
    what: 'two IDs in one field',
    at: 'customer',
    typed: {
      customerTenantId: '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c 90bb14e2-0a3d-4c8f-8f17-5d2c7a61e0f9',
    },
    says: /more than one ID/,
  },
  {
    what: 'two domains in one field',
    at: 'customer',
    typed: { customerDomain: 'contoso.com, fabrikam.com' },
    says: /more than one domain/,
  },
  {
    what: 'a domain of 254 characters',
    at: 'customer',
    typed: { customerDomain: `${'a'.repeat(250)}.com` },
    says: /Too long: 254 characters/,
  },
  {
    what: 'another company’s MPN ID',
    at: 'customer',
    typed: { mpnId: '6104418' },
    says: /not one of your company’s/,
  },
  {
    what: 'nothing at all',
    at: 'customer',
    typed: { mpnId: '', customerDomain: ' ', customerTenantId: '' },
    says: /Please fill this in/,
  },
  {
    what: 'a solution area that does not exist',
    at: 'activity',
    typed: { solutionArea: 'Azure' },
    says: /not one of the choices/,
  },
  {
    what: 'an activity of the other area',
    at: 'activity',
    typed: { activities: 'Presales' },
    says: /This activity does not exist in the chosen solution area\. For Microsoft 365 only Usage is possible\./,
  },
  {
    what: 'Revenue association beside Usage (R31, D12)',
    at: 'activity',
    typed: { solutionArea: 'BusinessApplications', activities: 'Usage,RevenueAssociation' },
    says: /Revenue association stands alone\. Choose it, or choose Presales, Usage or both\./,
  },
  {
    what: 'an activity that does not exist',
    at: 'activity',
    typed: { activities: 'Usage,Resale' },
    says: /not one of the choices/,
  },
  {
    what: 'a claim name of 101 characters',
    at: 'name',
    typed: { claimName: name101 },
    says: /Too long: 101 characters\. At most 100/,
  },
  {
    what: 'a claim name of 4,000 characters',
    at: 'name',
    typed: { claimName: 'n'.repeat(4000) },
    says: /Too long: 4,?000 characters\. At most 100/,
  },
  { what: 'a claim name of spaces', at: 'name', typed: { claimName: '   ' }, says: /Please fill this in/ },
  {
    what: 'a workload that does not exist',
    at: 'lines',
    typed: { lines: 'exchange-online,fax' },
    says: /not one of the choices/,
  },
  {
    what: 'a product as a workload',
    at: 'lines',
    typed: { lines: 'dynamics-365-sales' },
    says: /not one of the choices/,
  },
  {
    what: 'a product among workloads',
    at: 'lines',
    typed: { lines: 'exchange-online,dynamics-365-sales' },
    says: /not one of the choices/,
  },
  {
    what: 'a workload twice',
    at: 'lines',
    typed: { lines: 'exchange-online,exchange-online' },
    says: /chosen twice/,
  },
  { what: 'no workload', at: 'lines', typed: { lines: '' }, says: /Please choose/ },
  {
    what: 'an e-mail address without a host',
    at: 'contacts',
    typed: { 'customerContact.email': 'cleo@contoso' },
    says: /The part after “@” is not complete/,
  },
  {
    what: 'two e-mail addresses in one field',
    at: 'contacts',
    typed: { 'customerContact.email': 'cleo@contoso.com; theo@contoso.com' },
    says: /more than one e-mail address/,
  },
  {
    what: 'an e-mail address without an @',
    at: 'contacts',
    typed: { 'customerContact.email': 'cleo' },
    says: /This is not an e-mail address/,
  },
  {
    what: 'a contact’s name of 101 characters',
    at: 'contacts',
    typed: { 'partnerContact.name': name101 },
    says: /Too long: 101 characters/,
  },
  {
    what: 'a language that nobody writes in',
    at: 'contacts',
    typed: { 'customerContact.language': 'tlh' },
    says: /not one of the choices/,
  },
];

interface Pasted {
  readonly what: string;
  readonly at: keyof typeof answered;
  readonly field: string;
  readonly typed: string;
  readonly stands: string;
}

/** Understood, and shown back put right. */
const pasted: readonly Pasted[] = [
  {
    what: 'the address of a page for a domain (R9)',
    at: 'customer',
    field: 'customerDomain',
    typed: 'https://www.Contoso.com/home?x=1',
    stands: 'contoso.com',
  },
  {
    what: 'an e-mail address for a domain (R9)',
    at: 'customer',
    field: 'customerDomain',
    typed: 'Cleo Park <cleo@contoso.com>',
    stands: 'contoso.com',
  },
  {
    what: 'a GUID in braces and capitals, with its label (R10)',
    at: 'customer',
    field: 'customerTenantId',
    typed: 'Tenant ID: {84A4F1AD-2A8C-4C65-9D53-CF3A2B874D3C}',
    stands: '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c',
  },
  {
    what: 'a GUID with unseen marks (R10)',
    at: 'customer',
    field: 'customerTenantId',
    typed: '\u200f84a4f1ad2a8c4c659d53cf3a2b874d3c\u200b\u00a0',
    stands: '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c',
  },
  {
    what: 'a claim name with odd spaces (R16)',
    at: 'name',
    field: 'claimName',
    typed: ' Contoso\u00a0\u00a0adoption\u200b\n',
    stands: 'Contoso adoption',
  },
  {
    what: 'an address with its name (R13)',
    at: 'contacts',
    field: 'customerContact.email',
    typed: 'mailto:cleo@contoso.com',
    stands: 'cleo@contoso.com',
  },
];

/** All of Ana's answers, these otherwise. */
const answering = (typed: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...Object.assign({}, ...Object.values(answered)),
  ...typed,
});

describe('When a step of the form is answered', () => {
  for (const { what, at, typed, says } of wrong) {
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

  for (const { what, at, field, typed, stands } of pasted) {
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
