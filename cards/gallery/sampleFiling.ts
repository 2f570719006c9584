import type { FilingView } from '../../services/claims/views.ts';
import type { Answers, FilingStep } from '../../services/domain/answers.ts';
import type { Draft } from '../../services/domain/claim.ts';
import type { FieldErrors } from '../../services/domain/form/fieldError.ts';
import type { FormChoices } from '../../services/domain/form/filingOptions.ts';
import { names, proofs } from './sampleDetails.ts';

const options: FormChoices = {
  locations: [
    { mpnId: '1234567', name: 'Seattle office', enrolments: ['OSA-Sell', 'OSU-Microsoft365'] },
    { mpnId: '7654321', name: 'Stockholm office', enrolments: [] },
  ],
  activities: ['Usage'],
  lines: [
    { id: 'exchange-online', name: 'Exchange Online' },
    { id: 'teams', name: 'Microsoft Teams' },
    { id: 'sharepoint-online', name: 'SharePoint Online' },
    { id: 'intune', name: 'Microsoft Intune' },
    { id: 'azure-ad-premium', name: 'Azure Active Directory Premium' },
  ],
  subscriptionNeeded: [],
  subscriptionTaken: {},
  held: [],
  names,
};

/** What is held by somebody else in the Dynamics 365 draft. */
export const heldFinance =
  '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d/subscription:90bb14e2-0a3d-4c8f-8f17-5d2c7a61e0f9';

const dynamicsOptions: FormChoices = {
  ...options,
  activities: ['Presales', 'Usage', 'RevenueAssociation'],
  lines: [
    { id: 'dynamics-365-sales', name: 'Dynamics 365 Sales' },
    { id: 'dynamics-365-finance', name: 'Dynamics 365 Finance' },
    { id: 'dynamics-365-field-service', name: 'Dynamics 365 Field Service' },
  ],
  held: [
    {
      id: heldFinance,
      name: 'Dynamics 365 Finance',
    },
  ],
  subscriptionNeeded: [{ id: 'dynamics-365-sales', name: 'Dynamics 365 Sales' }],
  subscriptionTaken: { 'dynamics-365-finance': '90bb14e2-0a3d-4c8f-8f17-5d2c7a61e0f9' },
};

const answers: Answers = {
  mpnId: '1234567',
  customerDomain: 'contoso.onmicrosoft.com',
  customerTenantId: '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d',
  solutionArea: 'Microsoft365',
  activities: 'Usage',
  claimName: 'Contoso: Exchange and Teams rollout',
  lines: 'exchange-online,teams',
  'customerContact.name': 'Carl Customer',
  'customerContact.title': 'Head of IT',
  'customerContact.email': 'carl.customer@contoso.com',
  'customerContact.language': 'en',
  'partnerContact.name': 'Ann Partner',
  'partnerContact.email': 'ann@fabrikam.com',
  comment: 'The rollout ended in October.',
};

const dynamicsAnswers: Answers = {
  ...answers,
  solutionArea: 'BusinessApplications',
  activities: 'Presales,Usage',
  claimName: 'Contoso: Sales and Finance',
  lines: 'dynamics-365-sales,dynamics-365-finance',
  'subscriptionId.dynamics-365-sales': '3f2a9c10-77de-4b1e-9a55-0c6f1d2e3b4a',
  'technicalContact.name': 'Tess Technician',
  'technicalContact.title': 'Dynamics lead',
  'technicalContact.email': 'tess@contoso.com',
};

/** A Microsoft 365 draft that can be submitted. */
export const draft: Draft = {
  status: 'Editing',
  number: 'C-4HTX-0W8B',
  version: 5,
  partnerId: 'fabrikam',
  filedBy: { id: 'person:ann', name: 'Ann Partner' },
  answers,
  proofs,
  createdAt: '2026-11-20T16:00:00.000Z',
  updatedAt: '2026-11-20T16:12:00.000Z',
};

/** The first card of all: nothing answered, no draft yet. */
export const firstStep: FilingView = { step: 'customer', answers: {}, errors: {}, options };

/** A Microsoft 365 draft at a step. */
export const atStep = (step: FilingStep, errors: FieldErrors = {}, typed: Answers = {}): FilingView => ({
  step,
  draft,
  answers: { ...answers, ...typed },
  errors,
  options,
});

/** A Dynamics 365 draft at a step. */
export const atDynamicsStep = (
  step: FilingStep,
  errors: FieldErrors = {},
  typed: Answers = {},
): FilingView => ({
  ...atStep(step, errors),
  answers: { ...dynamicsAnswers, ...typed },
  options: dynamicsOptions,
});

/** The same draft without a file. */
export const withoutProof = (view: FilingView): FilingView => ({ ...view, draft: { ...draft, proofs: [] } });

/** The same draft with nothing that somebody else holds. */
export const withoutHeld = (view: FilingView): FilingView => ({
  ...view,
  options: { ...view.options, held: [] },
});
