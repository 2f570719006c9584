import assert from 'node:assert/strict';
import { loadDemo } from '../../../../local/demo/loadDemo.ts';
import { claimId } from '../../../../services/claims/documents.ts';
import type { Actor } from '../../../../services/domain/actor.ts';
import type { Answers } from '../../../../services/domain/answers.ts';
import type { SubmittedClaim } from '../../../../services/domain/claim.ts';
import { aProof, contoso } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { goodAnswers, grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { saveDirectory } from '../../../support/saveDirectory.ts';
import { technicalContact } from '../../../support/technicalContact.ts';

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const ivan = fromDemo('Ivan Petrov');
const nils = fromDemo('Nils Berg');
const rita = fromDemo('Rita Svensson');
const sales = 'dynamics-365-sales';
const fieldService = 'dynamics-365-field-service';
const [firstSales, fieldServiceId] = [
  '2606fe35-e9ef-472a-abe7-a546d0a01bd1',
  '8ac52edf-933a-4628-bbef-fb224e054158',
];
const dynamics: Answers = {
  solutionArea: 'BusinessApplications',
  activities: 'Presales,Usage',
  lines: `${fieldService},${sales}`,
  [`subscriptionId.${sales}`]: firstSales,
  ...technicalContact,
};
const reject = { name: 'reject', reason: 'InsufficientProof', comment: 'Not signed.' } as const;
const approve = { name: 'approve', confirmed: true } as const;

describe('When a new claim is begun from an old one (D14, R45, R91)', () => {
  let world: MemoryClaims;
  beforeEach(async () => {
    world = await memoryClaims();
  });
  afterEach(() => world.close());

  const again = (number: string, { actor = ana as Actor, commandId = world.newCommandId() } = {}) =>
    world.claims.copyClaim(actor, number, commandId);
  async function decided(answers: Answers, command: typeof reject | typeof approve): Promise<SubmittedClaim> {
    const { number } = await world.submitted(ana, answers);
    await world.did(rita, number, { name: 'startReview' });
    return await world.did(rita, number, command);
  }
  /** Says, as an import would, that these of Contoso's subscriptions have ended. */
  async function end(...ids: string[]): Promise<void> {
    const demo = loadDemo();
    const customers = demo.customers.map((customer) => ({
      ...customer,
      subscriptions: customer.subscriptions.map((each) =>
        ids.includes(each.id) ? { ...each, state: 'Ended' as const } : each,
      ),
    }));
    await saveDirectory(world.store, { ...demo, customers });
  }

  it('fills in all answers of a rejected claim, but neither its proof nor its comment', async () => {
    const { number } = await decided({ ...dynamics, comment: 'Please look at page 3.' }, reject);
    const draft = grantedValue(await again(number));
    assert.deepEqual(draft.answers, {
      ...goodAnswers,
      ...dynamics,
      [`subscriptionId.${fieldService}`]: fieldServiceId,
    });
    assert.deepEqual([draft.status, draft.proofs, draft.from], ['Editing', [], number]);
    assert.equal(
      await world.claims.checkForm(draft.partnerId, draft.answers).firstOpenStep(draft.proofs.length),
      'proof',
    );
  });

  it('carries no choice of arbitration over: whoever holds the slot now is asked about anew (D5)', async () => {
    const arbitration = `${contoso}/workload:exchange-online`;
    const theirs = await world.submitted(nils, { mpnId: '6104418' });
    await world.did(rita, theirs.number, { name: 'startReview' });
    await world.did(rita, theirs.number, approve);
    const { number } = await decided({ arbitration }, reject);
    const draft = grantedValue(await again(number));
    assert.equal(draft.answers.arbitration, undefined);
    assert.equal(
      await world.claims.checkForm(draft.partnerId, draft.answers).firstOpenStep(draft.proofs.length),
      'lines',
    );
  });

  it('keeps the three names of a revenue association (R19)', async () => {
    const names = { solutionSellerName: 'Sam Seller', customerName: 'Contoso', isvSolutionName: 'Pack' };
    const { number } = await decided({ ...dynamics, activities: 'RevenueAssociation', ...names }, reject);
    const { answers } = grantedValue(await again(number));
    const { solutionSellerName, customerName, isvSolutionName } = answers;
    assert.deepEqual({ solutionSellerName, customerName, isvSolutionName }, names);
  });

  it('keeps the product of a subscription that has ended, and not its ID (R45)', async () => {
    const { number } = await decided(dynamics, approve);
    await end(firstSales);
    const draft = grantedValue(await again(number));
    assert.equal(draft.answers.lines, `${fieldService},${sales}`);
    assert.equal(draft.answers[`subscriptionId.${sales}`], undefined);
    assert.equal(draft.answers[`subscriptionId.${fieldService}`], fieldServiceId);
    assert.equal(
      await world.claims.checkForm(draft.partnerId, draft.answers).firstOpenStep(draft.proofs.length),
      'lines',
    );
  });

  it('marks a product that stands twice in an old claim, and keeps the ID of the line that has not ended (R17)', async () => {
    const { number, details } = await decided({ ...dynamics, lines: sales }, approve);
    const secondSales = 'f9a0f03d-7549-422f-ae4b-4b26359cbda5';
    const stored = (await world.store.read<SubmittedClaim>(contoso, claimId(number))) ?? assert.fail();
    const second = { kind: 'product', product: sales, subscriptionId: secondSales } as const;
    for (const lines of [
      [...details.lines, second],
      [second, ...details.lines],
    ]) {
      const body = { ...stored.body, details: { ...details, lines } };
      await world.store.batch(contoso, [{ kind: 'upsert', document: { ...stored, body } }]);
      await end(firstSales);
      const { answers } = grantedValue(await again(number));
      assert.deepEqual(
        [answers.lines, answers[`subscriptionId.${sales}`]],
        [`${sales},${sales}`, secondSales],
      );
      const errors = await world.claims.checkForm('fabrikam', answers).errorsAt('lines');
      assert.deepEqual(errors, { lines: { code: 'chosenTwice' } });
    }
  });

  it('is offered for what can be begun anew, and for nothing else', async () => {
    const rejected = await decided(dynamics, reject);
    const approved = await decided(dynamics, approve);
    const submitted = await world.submitted(ana);
    const offered = async (claim: SubmittedClaim, actor = ana) => {
      assert(actor.kind !== 'system');
      return (await world.claims.view(actor, claim)).mayCopy ?? false;
    };
    assert.deepEqual(
      [await offered(rejected), await offered(approved), await offered(submitted)],
      [true, false, false],
    );
    for (const { number, status } of [approved, submitted])
      assert.deepEqual(refusalOf(await again(number)), {
        code: 'wrongStatus',
        data: { command: 'submit', status },
      });
    await end(firstSales);
    assert.equal(await offered(approved), true);
    assert.equal(await offered(approved, rita), false);
    assert.equal(await offered(approved, ben), false);
    grantedValue(await again(approved.number));
  });

  it('is refused on a draft', async () => {
    const draft = await world.draft(ana);
    assert.equal(refusalOf(await again(draft)).code, 'wrongStatus');
  });

  it('is for Incentives admins; the others are told whom to ask (R98), and strangers nothing (R53)', async () => {
    const { number } = await decided({}, reject);
    for (const [actor, code] of [
      [ben, 'notAllowed'],
      [rita, 'notAllowed'],
      [nils, 'notFound'],
    ] as const)
      assert.equal(refusalOf(await again(number, { actor })).code, code);
    assert.equal(grantedValue(await again(number, { actor: ivan })).filedBy.name, 'Ivan Petrov');
  });

  it('makes only one draft when the same press comes twice, at once or later', async () => {
    const { number } = await decided({}, reject);
    const press = () => again(number, { commandId: 'one-press' });
    const drafts = [...(await Promise.all([press(), press()])), await press()].map(grantedValue);
    assert.equal(new Set(drafts.map((draft) => draft.number)).size, 1);
  });

  it('says so when the draft of the same press has been submitted since', async () => {
    const { number } = await decided({}, reject);
    const press = () => again(number, { commandId: 'one-press' });
    const draft = grantedValue(await press());
    await submitFilledIn(draft.number);
    assert.equal(refusalOf(await press()).code, 'alreadySubmitted');
  });

  it('names the old claim in the history of the new one (R96), and leaves no other trace', async () => {
    const { number } = await decided({}, reject);
    const draft = grantedValue(await again(number));
    const claim = await submitFilledIn(draft.number);
    const { entries } = grantedValue(await world.claims.lists.history(ana, claim.number));
    assert.deepEqual(entries.at(-1)?.event, { kind: 'DraftCreated', from: number });
    assert(!('from' in claim));
  });

  async function submitFilledIn(number: string): Promise<SubmittedClaim> {
    const proof = aProof({ id: 'file-9' });
    grantedValue(await world.claims.drafts.addProof(ana, { number, commandId: world.newCommandId() }, proof));
    return grantedValue(await world.claims.submit(ana, { number, commandId: world.newCommandId() }));
  }
});
