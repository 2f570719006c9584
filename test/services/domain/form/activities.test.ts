import { deepEqual, equal } from 'node:assert/strict';
import type { Answers } from '../../../../services/domain/answers.ts';
import type { Activity } from '../../../../services/domain/claim.ts';
import { programmeOf } from '../../../../services/domain/form/formRules.ts';
import { formState } from '../../../../services/domain/form/formState.ts';
import { readAnswers } from '../../../../services/domain/form/readAnswers.ts';
import type { Subscription } from '../../../../services/domain/subscription.ts';
import { demoKnowledge } from '../../../support/demoForm.ts';
import { goodAnswers } from '../../../support/memoryClaims.ts';
import { technicalContact } from '../../../support/technicalContact.ts';

const fieldService = 'dynamics-365-field-service';
const dynamics: Answers = {
  solutionArea: 'BusinessApplications',
  lines: fieldService,
  ...technicalContact,
};
const revenue: Answers = {
  activities: 'RevenueAssociation',
  solutionSellerName: 'Sol Seller',
  customerName: 'Contoso Ltd',
  isvSolutionName: 'Fabrikam Fleet',
};

/** What is wrong with the answers at Contoso, where Field Service was bought in this way. */
function errorsOf(answers: Answers, channel: Subscription['channel'] = 'WebDirect') {
  const all = { ...goodAnswers, ...answers };
  const known = demoKnowledge(all, (each) =>
    each.products.includes(fieldService) ? { ...each, channel } : each,
  );
  const { errors } = readAnswers(formState(all, known));
  return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error?.code]));
}

describe('When the activity decides what can be claimed (R26–R31)', () => {
  const business: readonly (readonly [row: string, answers: Answers])[] = [
    ['R27: Presales', { ...dynamics, activities: 'Presales' }],
    ['R28: Usage', { ...dynamics, activities: 'Usage' }],
    ['R29: Revenue association', { ...dynamics, ...revenue }],
    ['R31: Presales and Usage together', { ...dynamics, activities: 'Presales,Usage' }],
  ];
  for (const [row, answers] of business) {
    it(`${row} takes purchases through Volume Licensing and Web-Direct, and no others`, () => {
      const line = `line.${fieldService}`;
      for (const channel of ['VolumeLicensing', 'WebDirect'] as const)
        deepEqual(errorsOf(answers, channel), {});
      deepEqual(errorsOf(answers, 'CSP'), { [line]: 'boughtThroughCsp' });
      deepEqual(errorsOf(answers, 'Other'), { [line]: 'otherChannel' });
    });
  }

  it('R30: Usage of Microsoft 365 asks for no channel', () => {
    deepEqual(errorsOf({ activities: 'Usage' }, 'CSP'), {});
  });

  it('R26: Microsoft 365 has Usage only', () => {
    for (const activities of ['Presales', 'RevenueAssociation', 'Presales,Usage'])
      equal(errorsOf({ ...revenue, activities }).activities, 'activityNotInArea');
  });

  it('R31, D12: Revenue association stands alone', () => {
    for (const other of ['Usage', 'Presales', 'Presales,Usage'])
      deepEqual(errorsOf({ ...dynamics, ...revenue, activities: `RevenueAssociation,${other}` }), {
        activities: 'revenueAssociationAlone',
      });
  });

  it('R3, R34: names the programme of each activity; Revenue association has none', () => {
    const named = (activity: Activity) => programmeOf('BusinessApplications', activity);
    deepEqual((['Presales', 'Usage', 'RevenueAssociation'] as const).map(named), [
      'OSA-Sell',
      'OSU-BusinessApplications',
      undefined,
    ]);
    equal(programmeOf('Microsoft365', 'Usage'), 'OSU-Microsoft365');
  });

  it('R33–R35: blocks no MPN ID of the company for want of an enrolment', () => {
    const { locations } = demoKnowledge(goodAnswers);
    deepEqual(
      locations.map(({ mpnId }) => mpnId),
      ['4512087', '4519930', '4523316'],
    );
    for (const { mpnId } of locations) deepEqual(errorsOf({ mpnId }), {});
  });
});
