import type { FilingCardView } from '../../filing/filing.ts';
import type { Reader } from '../../kit/card.ts';
import { messageText } from '../../text/messages.ts';
import { atDynamicsStep, atStep } from '../sampleFiling.ts';

/** The contacts: filled in, asked for because of another answer, and with errors. */
export const contactsSamples = (reader: Reader): Readonly<Record<string, FilingCardView>> => ({
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
    notice: { tone: 'warning', text: messageText('changeNeedsMore', {}, reader) },
  },
  'contacts-dynamics-errors': atDynamicsStep(
    'contacts',
    {
      'customerContact.email': { code: 'emailWithoutHost' },
      'technicalContact.title': { code: 'required' },
    },
    { 'customerContact.email': 'carl@contoso', 'technicalContact.title': '' },
  ),
});
