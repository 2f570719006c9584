import type { FilingView } from '../../../services/claims/views.ts';
import { atDynamicsStep, atStep } from '../sampleFiling.ts';

/** What the claim is for and its name, with the names that revenue association needs. */
export const activitySamples: Readonly<Record<string, FilingView>> = {
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
};
