import type { Answers } from '../../services/domain/answers.ts';
import type { SubmittedClaim } from '../../services/domain/claim.ts';
import { answersFrom } from '../../services/domain/form/answersFrom.ts';
import type { FieldErrors } from '../../services/domain/form/fieldError.ts';
import type { EditPart } from '../../services/domain/form/fields.ts';
import { claimCard } from '../claim/claim.ts';
import { savedText } from '../edit/editedText.ts';
import { type EditFormView, editFormCard } from '../edit/editForm.ts';
import { editMenuCard } from '../edit/editMenu.ts';
import type { Card, Reader } from '../kit/card.ts';
import { messageText } from '../text/messages.ts';
import { refusalText } from '../text/refusal.ts';
import type { Sample } from './sample.ts';
import { actionRequired, asPartner, submitted, underReview } from './sampleClaims.ts';
import { dynamicsDetails, names } from './sampleDetails.ts';
import { atDynamicsStep, atStep, withoutHeld } from './sampleFiling.ts';

const dynamics: SubmittedClaim = { ...actionRequired, details: dynamicsDetails };

/** A form of a claim, filled in as it stands and overlaid with what was typed. */
function form(
  claim: SubmittedClaim,
  part: EditPart,
  { typed = {}, errors = {} }: { readonly typed?: Answers; readonly errors?: FieldErrors } = {},
): EditFormView {
  const business = claim.details.solutionArea === 'BusinessApplications';
  const { options } = business ? withoutHeld(atDynamicsStep('lines')) : atStep('lines');
  const answers = { ...answersFrom(claim.details), ...typed };
  return { ...asPartner(claim), part, answers, errors, options: { ...options, subscriptionTaken: {} } };
}

/** Editing a submitted claim: what can be changed, each part, with errors, and what has come in between. */
export function editSamples(reader: Reader): readonly Sample[] {
  const forms: Readonly<Record<string, EditFormView>> = {
    'mpn-id': form(submitted, 'mpnId', { typed: { mpnId: '7654321' } }),
    workloads: form(submitted, 'lines'),
    ...productForms,
    ...workloadForms(reader),
    ...contactForms(reader),
  };
  return [
    { id: 'edit/menu', card: editMenuCard(asPartner(submitted), reader) },
    { id: 'edit/menu-dynamics', card: editMenuCard(asPartner(dynamics), reader) },
    ...Object.entries(forms).map(([id, view]) => ({ id: `edit/${id}`, card: editFormCard(view, reader) })),
    { id: 'edit/saved', card: savedCard(reader) },
  ];
}

/** The products of a Dynamics 365 claim. */
const productForms: Readonly<Record<string, EditFormView>> = {
  products: form(dynamics, 'lines'),
  'products-ended': {
    ...form(dynamics, 'lines'),
    endedSubscriptions: ['3f2a9c10-77de-4b1e-9a55-0c6f1d2e3b4a'],
  },
  'products-errors': form(dynamics, 'lines', {
    typed: {
      lines: 'dynamics-365-sales,dynamics-365-finance,dynamics-365-field-service',
      'subscriptionId.dynamics-365-sales': '1a2b',
    },
    errors: {
      'subscriptionId.dynamics-365-sales': { code: 'notThisCustomers' },
      'line.dynamics-365-field-service': { code: 'productNotOnTenant' },
    },
  }),
  'products-arbitration': {
    ...form(dynamics, 'lines', { errors: { arbitration: { code: 'arbitrationNeeded' } } }),
    options: atDynamicsStep('lines').options,
  },
};

/** Workloads that cannot be saved as chosen. */
const workloadForms = (reader: Reader): Readonly<Record<string, EditFormView>> => ({
  'lines-none': form(submitted, 'lines', { typed: { lines: '' }, errors: { lines: { code: 'lastLine' } } }),
  'lines-meanwhile': {
    ...form(submitted, 'lines', { typed: { lines: 'exchange-online,intune' } }),
    sideButtons: true,
    notice: { tone: 'warning', text: messageText('editMeanwhile', {}, reader) },
  },
});

/** The contacts, and how they stand once the claim can no longer be edited. */
function contactForms(reader: Reader): Readonly<Record<string, EditFormView>> {
  const closed = { code: 'wrongStatus', data: { command: 'edit', status: 'UnderReview' } } as const;
  const text = messageText('editClosed', { reason: refusalText(closed, reader) }, reader);
  return {
    contacts: form(dynamics, 'contacts'),
    'contacts-closed': {
      ...form(underReview, 'contacts', { typed: { 'partnerContact.name': 'Dana Desk' } }),
      notice: { tone: 'attention', text },
    },
  };
}

/** The claim's card after a workload was exchanged for another. */
function savedCard(reader: Reader): Card {
  const text = savedText(
    {
      added: [{ kind: 'workload', workload: 'teams' }],
      removed: [{ kind: 'workload', workload: 'exchange-online' }],
      changes: [],
    },
    names,
    reader,
  );
  return claimCard({ ...asPartner(submitted), notice: { tone: 'good', text } }, reader);
}
