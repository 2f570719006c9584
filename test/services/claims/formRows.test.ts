import { deepEqual, equal } from 'node:assert/strict';
import { loadDemo } from '../../../local/demo/loadDemo.ts';
import type { Answers } from '../../../services/domain/answers.ts';
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
describe('When the form is read with what the stores know (R28–R33, R42, R44)', () => {
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
  async function boughtThrough(channel: 'WebDirect' | 'CSP'): Promise<void> {
    const demo = loadDemo();
    const customers = demo.customers.map((customer) => ({
      ...customer,
      subscriptions: customer.subscriptions.map((each) =>
        each.products.includes(fieldService) ? { ...each, channel } : each,
      ),
    }));
    await saveDirectory(world.store, { ...demo, customers });
  }

  it('R28, R40: looks at what the customer has bought, and how', async () => {
    await boughtThrough('WebDirect');
    deepEqual(await errorsOf({ ...dynamics, activities: 'Usage' }), {});
    await boughtThrough('CSP');
    deepEqual(await errorsOf({ ...dynamics, activities: 'Usage' }), {
      [`line.${fieldService}`]: 'boughtThroughCsp',
    });
  });

  it('R30: asks for no subscription of Microsoft 365', async () => {
    await boughtThrough('CSP');
    deepEqual(await errorsOf({ activities: 'Usage' }), {});
    const options = await world.claims.checkForm('fabrikam', goodAnswers).optionsAt('lines');
    deepEqual([options.subscriptionNeeded, options.subscriptionTaken], [[], {}]);
  });

  it('R33: offers the company’s own MPN IDs', async () => {
    const { locations } = await world.claims.checkForm('fabrikam', {}).optionsAt('customer');
    deepEqual(
      locations.map(({ mpnId, enrolments }) => [mpnId, enrolments.length]),
      [
        ['4512087', 3],
        ['4519930', 1],
        ['4523316', 0],
      ],
    );
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
    const draft = grantedValue(await world.claims.get(ana, number));
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
