import { deepEqual, equal } from 'node:assert/strict';
import { loadDemo } from '../../../local/demo/loadDemo.ts';
import type { Answers } from '../../../services/domain/answers.ts';
import type { Activity } from '../../../services/domain/claim.ts';
import { programmeOf } from '../../../services/domain/form/formRules.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { refusalOf } from '../../support/deciding.ts';
import { goodAnswers, grantedValue, type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { saveDirectory } from '../../support/saveDirectory.ts';
import { technicalContact } from '../../support/technicalContact.ts';

const ana = fromDemo('Ana Ruiz');
const fieldService = 'dynamics-365-field-service';
const fieldServiceSubscription = '8ac52edf-933a-4628-bbef-fb224e054158';
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

describe('When the activity decides what can be claimed (R26–R31)', () => {
  let world: MemoryClaims;
  beforeEach(async () => {
    world = await memoryClaims();
  });
  afterEach(() => world.close());

  const errorsOf = async (answers: Answers) => {
    const errors = await world.claims
      .checkForm('fabrikam', { ...goodAnswers, ...answers })
      .errorsAt('review');
    return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error?.code]));
  };
  /** Field Service at Contoso, bought in this way. */
  async function boughtThrough(channel: 'VolumeLicensing' | 'WebDirect' | 'CSP' | 'Other'): Promise<void> {
    const demo = loadDemo();
    const customers = demo.customers.map((customer) => ({
      ...customer,
      subscriptions: customer.subscriptions.map((each) =>
        each.products.includes(fieldService) ? { ...each, channel } : each,
      ),
    }));
    await saveDirectory(world.store, { ...demo, customers });
  }

  const business: readonly (readonly [row: string, answers: Answers])[] = [
    ['R27: Presales', { ...dynamics, activities: 'Presales' }],
    ['R28: Usage', { ...dynamics, activities: 'Usage' }],
    ['R29: Revenue association', { ...dynamics, ...revenue }],
    ['R31: Presales and Usage together', { ...dynamics, activities: 'Presales,Usage' }],
  ];
  for (const [row, answers] of business) {
    it(`${row} takes purchases through Volume Licensing and Web-Direct, and no others`, async () => {
      const line = `line.${fieldService}`;
      for (const channel of ['VolumeLicensing', 'WebDirect'] as const) {
        await boughtThrough(channel);
        deepEqual(await errorsOf(answers), {});
      }
      await boughtThrough('CSP');
      deepEqual(await errorsOf(answers), { [line]: 'boughtThroughCsp' });
      await boughtThrough('Other');
      deepEqual(await errorsOf(answers), { [line]: 'otherChannel' });
    });
  }

  it('R30: Usage of Microsoft 365 asks for no channel and no subscription', async () => {
    await boughtThrough('CSP');
    deepEqual(await errorsOf({ activities: 'Usage' }), {});
    const options = await world.claims.checkForm('fabrikam', goodAnswers).optionsAt('lines');
    deepEqual([options.subscriptionNeeded, options.subscriptionTaken], [[], {}]);
  });

  it('R26: Microsoft 365 has Usage only', async () => {
    for (const activities of ['Presales', 'RevenueAssociation', 'Presales,Usage'])
      equal((await errorsOf({ ...revenue, activities })).activities, 'activityNotInArea');
  });

  it('R31, D12: Revenue association stands alone', async () => {
    for (const other of ['Usage', 'Presales', 'Presales,Usage'])
      deepEqual(await errorsOf({ ...dynamics, ...revenue, activities: `RevenueAssociation,${other}` }), {
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

  it('R33–R35: offers the company’s own MPN IDs, and blocks none for want of an enrolment', async () => {
    const { locations } = await world.claims.checkForm('fabrikam', {}).optionsAt('customer');
    deepEqual(
      locations.map(({ mpnId, enrolments }) => [mpnId, enrolments.length]),
      [
        ['4512087', 3],
        ['4519930', 1],
        ['4523316', 0],
      ],
    );
    for (const { mpnId } of locations) deepEqual(await errorsOf({ mpnId }), {});
  });

  it('R42: keeps a draft whose product is not provisioned, and submits it once it is', async () => {
    const demo = loadDemo();
    const provisioned = (yes: boolean) =>
      saveDirectory(world.store, {
        ...demo,
        customers: demo.customers.map((customer) => ({
          ...customer,
          subscriptions: customer.subscriptions.map((each) =>
            each.products.includes(fieldService) ? { ...each, provisioned: yes } : each,
          ),
        })),
      });
    await provisioned(false);
    const number = await world.draft(ana, { ...dynamics, activities: 'Usage' });
    const submit = () => world.claims.submit(ana, { number, commandId: world.newCommandId() });
    equal(refusalOf(await submit()).code, 'incomplete');
    const draft = grantedValue(await world.claims.open(ana, number));
    equal(draft.status === 'Editing' && draft.answers.lines, fieldService);
    await provisioned(true);
    equal(grantedValue(await submit()).status, 'Submitted');
  });

  it('R44: a claim keeps the subscription ID of each product', async () => {
    const { details } = await world.submitted(ana, { ...dynamics, activities: 'Usage' });
    deepEqual(details.lines, [
      { kind: 'product', product: fieldService, subscriptionId: fieldServiceSubscription },
    ]);
  });
});
