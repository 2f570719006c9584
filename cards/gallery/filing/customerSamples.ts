import type { FilingCardView } from '../../filing/filing.ts';
import type { Reader } from '../../kit/card.ts';
import { messageText } from '../../text/messages.ts';
import { atStep, firstStep } from '../sampleFiling.ts';

/** Who the customer is and at which location: empty, and whatever can be wrong with the domain and the tenant. */
export const customerSamples = (reader: Reader): Readonly<Record<string, FilingCardView>> => ({
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
    notice: { tone: 'attention', text: messageText('correctFields', { count: 3 }, reader) },
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
});
