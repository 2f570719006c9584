// Above 200 lines: what is typed wrongly and what is pasted, each a table.

import type { answered } from './fillIn.ts';

/** Answers of one step that are wrong, and what then stands at their field. */
export interface WrongAnswer {
  readonly what: string;
  readonly at: keyof typeof answered;
  readonly typed: Readonly<Record<string, string>>;
  readonly says: RegExp;
}

const name101 = 'n'.repeat(101);

/** R43: each error stands at its field, and what was typed is there still. */
export const wrongAnswers: readonly WrongAnswer[] = [
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

/** An answer as people paste it, and as it then stands in its input. */
export interface PastedAnswer {
  readonly what: string;
  readonly at: keyof typeof answered;
  readonly field: string;
  readonly typed: string;
  readonly stands: string;
}

/** Understood, and shown back put right. */
export const pastedAnswers: readonly PastedAnswer[] = [
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
