import type { Names } from '../../services/domain/catalogue.ts';
import type { ClaimDetails, Comment, ProofFile } from '../../services/domain/claim.ts';
import type { Person } from '../../services/domain/person.ts';

/** Who files the samples. */
export const ann: Person = { id: 'person:ann', name: 'Ann Partner' };
/** Who reviews them. */
export const rita: Person = { id: 'person:rita', name: 'Rita Reviewer' };

/** Display names of the samples' products and workloads. */
export const names: Names = {
  'exchange-online': 'Exchange Online',
  teams: 'Microsoft Teams',
  'dynamics-365-sales': 'Dynamics 365 Sales',
  'dynamics-365-finance': 'Dynamics 365 Finance',
  'dynamics-365-field-service': 'Dynamics 365 Field Service',
};

/** Files that a sample claim carries. */
export const proofs: readonly ProofFile[] = [
  proof('Statement of work, signed.pdf', 348_160, '2026-11-16T17:20:00.000Z'),
  proof(
    'Rollout_report_Contoso_[final]_with_usage_figures_October_2026.docx',
    2_516_582,
    '2026-11-16T17:25:30.000Z',
  ),
];

function proof(name: string, bytes: number, addedAt: string): ProofFile {
  const id = `${addedAt.replaceAll(/\D/g, '')}-proof`;
  return { id, name, contentType: 'application/pdf', bytes, sha256: '0'.repeat(64), addedAt, addedBy: ann };
}

/** A Microsoft 365 claim; overridden where a sample needs it. */
export const details: ClaimDetails = {
  mpnId: '1234567',
  customerDomain: 'contoso.onmicrosoft.com',
  customerTenantId: '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d',
  solutionArea: 'Microsoft365',
  activities: ['Usage'],
  claimName: 'Contoso: Exchange and Teams rollout',
  lines: [
    { kind: 'workload', workload: 'exchange-online' },
    { kind: 'workload', workload: 'teams' },
  ],
  customerContact: {
    name: 'Carl Customer',
    title: 'Head of IT',
    email: 'carl.customer@contoso.com',
    language: 'en',
  },
  partnerContact: { name: 'Ann Partner', email: 'ann@fabrikam.com' },
};

/** The same claim for Dynamics 365. */
export const dynamicsDetails: ClaimDetails = {
  ...details,
  solutionArea: 'BusinessApplications',
  activities: ['Presales', 'Usage'],
  claimName: 'Contoso: Sales and Finance',
  lines: [
    {
      kind: 'product',
      product: 'dynamics-365-sales',
      subscriptionId: '3f2a9c10-77de-4b1e-9a55-0c6f1d2e3b4a',
    },
    {
      kind: 'product',
      product: 'dynamics-365-finance',
      subscriptionId: '90bb14e2-0a3d-4c8f-8f17-5d2c7a61e0f9',
    },
  ],
  technicalContact: { name: 'Tess Technician', title: 'Dynamics lead', email: 'tess@contoso.com' },
};

/** Revenue association with its three names (R19). */
export const revenueDetails: ClaimDetails = {
  ...dynamicsDetails,
  activities: ['RevenueAssociation'],
  revenueAssociation: {
    solutionSellerName: 'Sam Seller',
    customerName: 'Contoso Ltd',
    isvSolutionName: 'Fabrikam Field Service Pack',
  },
};

/** A short talk, oldest first. */
export const comments: readonly Comment[] = [
  {
    at: '2026-11-16T17:30:00.000Z',
    by: ann,
    side: 'partner',
    text: 'The statement of work covers both workloads; see pages 2 and 3.',
  },
  {
    at: '2026-11-18T09:12:00.000Z',
    by: rita,
    side: 'reviewer',
    text: 'Thank you. Does the report cover *all* sites?',
  },
  {
    at: '2026-11-18T15:40:00.000Z',
    by: ann,
    side: 'partner',
    text: 'Yes, all four of them.\nSee the table on page 7.',
  },
  { at: '2026-11-19T08:05:00.000Z', by: rita, side: 'reviewer', text: 'Good, I go on.' },
];
