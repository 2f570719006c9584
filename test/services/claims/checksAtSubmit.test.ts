import { deepEqual, equal } from 'node:assert/strict';
import { loadDemo } from '../../../local/demo/loadDemo.ts';
import type { Answers } from '../../../services/domain/answers.ts';
import type { Subscription } from '../../../services/domain/subscription.ts';
import type { TenantAnswer } from '../../../services/domain/tenantAnswer.ts';
import { contoso } from '../../support/aClaim.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { refusalOf } from '../../support/deciding.ts';
import { goodAnswers, grantedValue, type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { saveDirectory } from '../../support/saveDirectory.ts';
import { technicalContact } from '../../support/technicalContact.ts';

const ana = fromDemo('Ana Ruiz');
const ivan = fromDemo('Ivan Petrov');
const nils = fromDemo('Nils Berg');
const rita = fromDemo('Rita Svensson');
const fieldService = 'dynamics-365-field-service';
const dynamics: Answers = {
  solutionArea: 'BusinessApplications',
  activities: 'Usage',
  lines: fieldService,
  ...technicalContact,
};
const northwind: Answers = { mpnId: '6104418' };
const approve = { name: 'approve', confirmed: true } as const;

describe('When a claim is checked again at submit (D11)', () => {
  let world: MemoryClaims;
  let tenant: TenantAnswer;
  beforeEach(async () => {
    tenant = { kind: 'found', tenantId: contoso };
    world = await memoryClaims({ tenantLookup: async () => tenant });
  });
  afterEach(() => world.close());

  const submit = (number: string, actor = ana) =>
    world.claims.submit(actor, { number, commandId: world.newCommandId() });
  const errorsAt = async (
    step: 'customer' | 'lines' | 'review',
    answers: Answers,
    partnerId = 'fabrikam',
  ) => {
    const errors = await world.claims.checkForm(partnerId, { ...goodAnswers, ...answers }).errorsAt(step);
    return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error?.code]));
  };
  /** Imports Contoso's subscriptions anew, changed. */
  async function change(overrides: Partial<Subscription>): Promise<void> {
    const demo = loadDemo();
    const customers = demo.customers.map((customer) => ({
      ...customer,
      subscriptions: customer.subscriptions.map((each) =>
        each.products.includes(fieldService) ? { ...each, ...overrides } : each,
      ),
    }));
    await saveDirectory(world.store, { ...demo, customers });
  }

  const answers: readonly (readonly [TenantAnswer, Readonly<Record<string, string>>])[] = [
    [{ kind: 'found', tenantId: contoso }, {}],
    [
      { kind: 'found', tenantId: '814ab6a7-683f-42cb-be3b-b5e45d2aa75a' },
      { customerTenantId: 'domainAndTenantDiffer' },
    ],
    [{ kind: 'unknown' }, { customerDomain: 'domainUnknown' }],
    [{ kind: 'unavailable' }, { customerDomain: 'tenantUnavailable' }],
  ];
  for (const [answer, errors] of answers)
    it(`says at the customer’s fields and at the review what came of the domain: ${answer.kind} ${JSON.stringify(errors)} (R37)`, async () => {
      tenant = answer;
      deepEqual(await errorsAt('customer', {}), errors);
      deepEqual(await errorsAt('review', {}), errors);
      deepEqual(await errorsAt('lines', {}), {});
    });

  it('asks about no domain whose form is wrong, or without an ID to compare (R37)', async () => {
    let asked = 0;
    const counting = await memoryClaims({
      tenantLookup: async () => {
        asked += 1;
        return tenant;
      },
    });
    for (const typed of [{ customerDomain: 'a b' }, { customerTenantId: 'x' }])
      await counting.claims.checkForm('fabrikam', { ...goodAnswers, ...typed }).errorsAt('customer');
    await counting.claims.checkForm('fabrikam', goodAnswers).errorsAt('lines');
    equal(asked, 0);
    await counting.close();
  });

  it('lets no claim pass unchecked when the authority does not answer, and keeps the draft (R37)', async () => {
    const number = await world.draft(ana);
    tenant = { kind: 'unavailable' };
    equal(refusalOf(await submit(number)).code, 'customerUnchecked');
    equal(grantedValue(await world.claims.get(ana, number)).status, 'Editing');
    tenant = { kind: 'found', tenantId: contoso };
    equal(grantedValue(await submit(number)).status, 'Submitted');
  });

  it('refuses a domain that has moved to another tenant meanwhile (R37)', async () => {
    const number = await world.draft(ana);
    tenant = { kind: 'unknown' };
    equal(refusalOf(await submit(number)).code, 'incomplete');
  });

  const changes: readonly (readonly [Partial<Subscription>, string])[] = [
    [{ state: 'Ended' }, 'notActive'],
    [{ state: 'Suspended' }, 'notActive'],
    [{ provisioned: false }, 'notProvisioned'],
    [{ channel: 'CSP' }, 'boughtThroughCsp'],
  ];
  for (const [changed, code] of changes)
    it(`refuses a subscription that has changed meanwhile, and marks its line: ${code}`, async () => {
      const number = await world.draft(ana, dynamics);
      deepEqual(await errorsAt('lines', dynamics), {});
      await change(changed);
      equal(refusalOf(await submit(number)).code, 'incomplete');
      deepEqual(await errorsAt('review', dynamics), { [`line.${fieldService}`]: code });
      const draft = grantedValue(await world.claims.get(ana, number));
      equal(draft.status === 'Editing' && draft.answers.lines, fieldService);
    });

  it('checks nothing at resubmission and approval', async () => {
    const { number } = await world.submitted(ana, dynamics);
    await world.did(rita, number, { name: 'startReview' });
    const ask = { name: 'requestInformation', reasons: ['ProductsMissing'], comment: 'Which?' } as const;
    await world.did(rita, number, ask);
    tenant = { kind: 'unavailable' };
    await change({ provisioned: false });
    await world.did(ana, number, { name: 'resubmit', answer: 'All of them.' });
    await world.did(rita, number, { name: 'startReview' });
    equal((await world.did(rita, number, approve)).status, 'Approved');
  });

  it('refuses what the company has claimed itself meanwhile, not what was rejected (E5, D5)', async () => {
    const number = await world.draft(ana);
    const other = await world.submitted(ivan);
    equal(refusalOf(await submit(number)).code, 'incomplete');
    deepEqual(await errorsAt('review', {}), { 'line.exchange-online': 'alreadyClaimed' });
    await world.did(rita, other.number, { name: 'startReview' });
    await world.did(rita, other.number, { name: 'reject', reason: 'InsufficientProof', comment: 'No.' });
    equal(grantedValue(await submit(number)).status, 'Submitted');
  });

  it('accepts only one when two colleagues submit the same at the same instant in two processes (E5)', async () => {
    const drafts = [await world.draft(ana), await world.draft(ivan)];
    const outcomes = await Promise.all(
      drafts.map((number) => world.startProcess().submit(ana, { number, commandId: world.newCommandId() })),
    );
    equal(outcomes.filter(({ ok }) => ok).length, 1);
  });

  it('lets the same company claim another activity of a subscription it has (D5)', async () => {
    await world.submitted(ana, dynamics);
    const presales = await world.submitted(ana, { ...dynamics, activities: 'Presales' });
    equal(presales.status, 'Submitted');
  });

  it('says nothing about a competing claim under way (R53, D5)', async () => {
    await world.submitted(ana);
    deepEqual(await errorsAt('review', northwind, 'northwind'), {});
    equal((await world.submitted(nils, northwind)).status, 'Submitted');
  });

  it('asks once more when somebody was approved meanwhile, and goes on to arbitration when that is chosen (D5)', async () => {
    const draft = await world.draft(nils, northwind);
    const { number } = await world.submitted(ana);
    await world.did(rita, number, { name: 'startReview' });
    await world.did(rita, number, approve);
    equal(refusalOf(await submit(draft, nils)).code, 'incomplete');
    deepEqual(await errorsAt('lines', northwind, 'northwind'), { arbitration: 'arbitrationNeeded' });
    const { held } = await world.claims
      .checkForm('northwind', { ...goodAnswers, ...northwind })
      .optionsAt('lines');
    deepEqual(held, [{ id: `${contoso}/workload:exchange-online`, name: 'Exchange Online' }]);
    const target = { number: draft, commandId: world.newCommandId() };
    grantedValue(await world.claims.drafts.save(nils, target, { arbitration: held[0]?.id ?? '' }));
    equal(grantedValue(await submit(draft, nils)).arbitrationAnnouncedAt !== undefined, true);
  });
});
