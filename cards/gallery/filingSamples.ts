import { continuedCard, filingCard } from '../filing/filing.ts';
import type { Reader } from '../kit/card.ts';
import { messageText } from '../text/messages.ts';
import { refusalText } from '../text/refusal.ts';
import type { Sample } from './sample.ts';
import {
  atDynamicsStep,
  atStep,
  draft,
  firstStep,
  heldFinance,
  withoutHeld,
  withoutProof,
} from './sampleFiling.ts';

/** The form, step by step, empty, filled in, and with errors. */
export function filingSamples(reader: Reader): readonly Sample[] {
  const views = {
    'customer-first': firstStep,
    'customer-no-locations': { ...firstStep, options: { ...firstStep.options, locations: [] } },
    'customer-errors': {
      ...atStep(
        'customer',
        {
          mpnId: { code: 'required' },
          customerDomain: { code: 'severalDomains' },
          customerTenantId: { code: 'notAGuid' },
        },
        { mpnId: '', customerDomain: 'contoso.com, fabrikam.com', customerTenantId: '1a2b3c4d' },
      ),
      notice: { tone: 'attention' as const, text: messageText('correctFields', { count: 3 }, reader) },
    },
    'customer-not-enrolled': atStep('customer', {}, { mpnId: '7654321' }),
    'customer-page': atStep(
      'customer',
      { customerDomain: { code: 'microsoftPage' } },
      { customerDomain: 'https://contoso.sharepoint.com' },
    ),
    'customer-unknown': atStep('customer', { customerDomain: { code: 'domainUnknown' } }),
    'customer-differs': atStep('customer', { customerTenantId: { code: 'domainAndTenantDiffer' } }),
    'customer-unavailable': atStep('customer', { customerDomain: { code: 'tenantUnavailable' } }),
    activity: atStep('activity'),
    'activity-not-enrolled': atStep('activity', {}, { mpnId: '7654321' }),
    'activity-errors': atDynamicsStep(
      'activity',
      { activities: { code: 'revenueAssociationAlone' } },
      { activities: 'Usage,RevenueAssociation' },
    ),
    name: atStep('name', {}, { claimName: '' }),
    'name-revenue': atDynamicsStep(
      'name',
      {
        claimName: { code: 'tooLong', data: { limit: 100, length: 131 } },
        isvSolutionName: { code: 'required' },
      },
      {
        activities: 'RevenueAssociation',
        claimName: 'A name that goes on and on, '.repeat(5).slice(0, 131),
        solutionSellerName: 'Sam Seller',
        customerName: 'Contoso Ltd',
      },
    ),
    'lines-workloads': atStep('lines'),
    'lines-products': atDynamicsStep(
      'lines',
      {
        'subscriptionId.dynamics-365-sales': { code: 'subscriptionNeeded' },
      },
      { 'subscriptionId.dynamics-365-sales': '' },
    ),
    'lines-errors': withoutHeld(
      atDynamicsStep(
        'lines',
        {
          'subscriptionId.dynamics-365-sales': { code: 'notThisCustomers' },
          'line.dynamics-365-finance': { code: 'notProvisioned' },
          'line.dynamics-365-field-service': { code: 'productNotOnTenant' },
        },
        { lines: 'dynamics-365-sales,dynamics-365-finance,dynamics-365-field-service' },
      ),
    ),
    'lines-already-claimed': atStep('lines', {
      'line.teams': { code: 'alreadyClaimed', data: { number: 'C-7F3K-9Q2M', activity: 'Usage' } },
    }),
    'lines-arbitration': atDynamicsStep('lines', { arbitration: { code: 'arbitrationNeeded' } }),
    'lines-area-changed': withoutHeld({
      ...atDynamicsStep('lines', { lines: { code: 'required' } }, { lines: '' }),
      draft: {
        ...draft,
        answers: { ...draft.answers, lines: '' },
        aside: { lines: 'exchange-online,teams' },
      },
      options: { ...atDynamicsStep('lines').options, subscriptionNeeded: [], subscriptionTaken: {} },
    }),
    'lines-no-area': { ...atStep('lines'), options: { ...firstStep.options, lines: [] } },
    contacts: atStep('contacts'),
    'contacts-after-change': {
      ...atDynamicsStep(
        'contacts',
        {
          'technicalContact.name': { code: 'required' },
          'technicalContact.title': { code: 'required' },
          'technicalContact.email': { code: 'required' },
        },
        { 'technicalContact.name': '', 'technicalContact.title': '', 'technicalContact.email': '' },
      ),
      notice: { tone: 'warning' as const, text: messageText('changeNeedsMore', {}, reader) },
    },
    'contacts-dynamics-errors': atDynamicsStep(
      'contacts',
      {
        'customerContact.email': { code: 'emailWithoutHost' },
        'technicalContact.title': { code: 'required' },
      },
      { 'customerContact.email': 'carl@contoso', 'technicalContact.title': '' },
    ),
    'proof-none': withoutProof(atStep('proof')),
    proof: atStep('proof'),
    'proof-filled-from': {
      ...withoutProof(atStep('proof')),
      notice: { tone: 'good' as const, text: messageText('filledFrom', { number: 'C-7F3K-9Q2M' }, reader) },
    },
    comments: atStep('comments'),
    review: atStep('review'),
    'review-dynamics': atDynamicsStep('review'),
    'review-arbitration': atDynamicsStep('review', {}, { arbitration: heldFinance }),
    'review-holder-appeared': {
      ...atDynamicsStep('review', { arbitration: { code: 'arbitrationNeeded' } }),
      notice: { tone: 'attention' as const, text: refusalText({ code: 'incomplete' }, reader) },
    },
    'review-correct': atDynamicsStep(
      'review',
      { 'technicalContact.email': { code: 'notAnEmail' } },
      { 'technicalContact.email': 'tess at contoso' },
    ),
    'review-not-provisioned': withoutHeld(
      atDynamicsStep('review', { 'line.dynamics-365-finance': { code: 'notProvisioned' } }),
    ),
    'review-not-ready': {
      ...withoutProof(
        atDynamicsStep(
          'review',
          {
            customerTenantId: { code: 'notAGuid' },
            'subscriptionId.dynamics-365-sales': { code: 'subscriptionNeeded' },
            'customerContact.email': { code: 'notAnEmail' },
          },
          {
            customerTenantId: '1a2b3c4d',
            'subscriptionId.dynamics-365-sales': '',
            'customerContact.email': 'carl',
          },
        ),
      ),
      notice: { tone: 'attention' as const, text: refusalText({ code: 'incomplete' }, reader) },
    },
  };
  return [
    ...Object.entries(views).map(([id, view]) => ({ id: `filing/${id}`, card: filingCard(view, reader) })),
    {
      id: 'filing/continued',
      card: continuedCard({ number: 'C-4HTX-0W8B', title: 'Contoso: Exchange and Teams rollout' }, reader),
    },
  ];
}
