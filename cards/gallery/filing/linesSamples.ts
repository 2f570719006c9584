import type { FilingView } from '../../../services/claims/views.ts';
import { atDynamicsStep, atStep, draft, firstStep, withoutHeld } from '../sampleFiling.ts';

/** The workloads or products that are claimed, and errors that keep one from being claimed. */
export const linesSamples: Readonly<Record<string, FilingView>> = {
  'lines-workloads': atStep('lines'),
  'lines-products': atDynamicsStep(
    'lines',
    { 'subscriptionId.dynamics-365-sales': { code: 'subscriptionNeeded' } },
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
};
