import assert from 'node:assert/strict';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { type BotWithTeams, startBotWithTeams } from '../support/botWithTeams.ts';
import type { ChatPerson } from '../support/chatPerson.ts';
import { fillInTo, numberOn } from '../support/fillIn.ts';

describe('When a claim is filed over several steps', function () {
  this.timeout(60_000);
  let world: BotWithTeams;
  /** Dialog state expires; this expires it at once. */
  let forgotten = false;

  /** A store that has forgotten every dialog's state while `forgotten` is set. */
  const forgetful = (store: DocumentStore): DocumentStore => ({
    ...store,
    read: async <T>(pk: string, id: string) =>
      forgotten && pk.startsWith('state:') ? undefined : await store.read<T>(pk, id),
  });

  before(async () => {
    world = await startBotWithTeams({ wrap: forgetful });
  });
  after(() => world.stop());
  beforeEach(() => {
    forgotten = false;
  });

  it('goes on from the card when the dialog has been forgotten', async () => {
    const ana = world.person('ana');
    const card = await fillInTo(ana, 'lines');
    forgotten = true;
    await ana.press(card, 'Next', { lines: 'teams' });
    const next = await ana.card();
    assert.match(next.text, /Step 5 of 7/);
    assert.equal(numberOn(next), numberOn(card));
  });

  it('takes a forgotten draft up again at its first open step, from the list and by its number', async () => {
    const ana = world.person('ana');
    const number = numberOn(await fillInTo(ana, 'contacts'));
    forgotten = true;
    for (const words of [`claim ${number}`, number.toLowerCase()]) {
      await ana.say(words);
      assert.match((await ana.card()).text, /Step 5 of 7/);
    }
  });

  it('leads back to the review after a change from there (R24)', async () => {
    const ana = world.person('ana');
    await fillInTo(ana, 'review');
    await ana.pressNewest(/^Change: Name/);
    assert.match((await ana.card()).text, /Step 3 of 7/);
    await ana.pressNewest('Next', { claimName: 'Another name' });
    const review = await ana.card();
    assert.match(review.text, /Another name/);
    assert.ok(review.buttons.includes('Submit'));
  });

  it('keeps what was typed at a step that is wrong when the person goes back and forth', async () => {
    const ana = world.person('ana');
    await fillInTo(ana, 'contacts');
    await ana.pressNewest('Back', { 'customerContact.email': 'half an addr' });
    await ana.pressNewest('Next');
    assert.equal((await ana.card()).inputs['customerContact.email'], 'half an addr');
  });

  it('asks for the subscription of a product only when there is a choice (R17)', async () => {
    const ana = world.person('ana');
    const business = { solutionArea: 'BusinessApplications', activities: 'Presales,Usage' };
    await fillInTo(ana, 'lines', { activity: business });
    await ana.pressNewest('Next', { lines: 'dynamics-365-sales,dynamics-365-field-service' });
    const asked = await ana.card();
    assert.match(asked.text, /Step 4 of 7/);
    assert.match(asked.text, /The subscription ID is needed here/);
    assert.match(asked.text, /8ac52edf-933a-4628-bbef-fb224e054158 was found/);
    const subscriptions = Object.keys(asked.inputs).filter((input) => input.startsWith('subscriptionId.'));
    assert.deepEqual(subscriptions, ['subscriptionId.dynamics-365-sales']);
    await ana.pressNewest('Next', {
      'subscriptionId.dynamics-365-sales': '2606FE35-E9EF-472A-ABE7-A546D0A01BD1',
    });
    assert.match((await ana.card()).text, /Step 5 of 7[\s\S]*technical contact/i);
  });

  it('asks for three more names in a revenue association, and not otherwise (R20)', async () => {
    const ana = world.person('ana');
    const revenue = { solutionArea: 'BusinessApplications', activities: 'RevenueAssociation' };
    const card = await fillInTo(ana, 'name', { activity: revenue });
    assert.deepEqual(Object.keys(card.inputs), [
      'claimName',
      'solutionSellerName',
      'customerName',
      'isvSolutionName',
    ]);
    assert.deepEqual(Object.keys((await fillInTo(ana, 'name')).inputs), ['claimName']);
  });

  it('marks lines of the other area when the area is changed afterwards, and refuses to submit them', async () => {
    const ana = world.person('ana');
    await fillInTo(ana, 'review');
    await ana.pressNewest(/^Change: Solution area/);
    await ana.pressNewest('Next', { solutionArea: 'BusinessApplications', activities: 'Usage' });
    const lines = await ana.card();
    assert.match(lines.text, /Step 4 of 7/);
    assert.ok(!lines.buttons.includes('Submit'));
    assert.match(lines.text, /You changed the solution area to Business Applications: choose its products/);
  });

  it('keeps the workloads while products are chosen, for an area that is changed back (R24)', async () => {
    const ana = world.person('ana');
    await fillInTo(ana, 'review');
    const chosen = (await openLines(ana)).inputs.lines ?? '';
    assert.notEqual(chosen, '');
    await ana.pressNewest('Next');
    await ana.pressNewest(/^Change: Solution area/);
    await ana.pressNewest('Next', { solutionArea: 'BusinessApplications', activities: 'Usage' });
    await ana.pressNewest('Next', { lines: 'dynamics-365-field-service' });
    const contacts = await ana.card();
    assert.match(contacts.text, /Your change affects this step too/);
    await ana.pressNewest('Next', {
      'technicalContact.name': 'Theo Tech',
      'technicalContact.title': 'Lead',
      'technicalContact.email': 'theo@contoso.com',
    });
    const review = await ana.card();
    assert.ok(review.buttons.includes('Submit'), review.text);
    assert.doesNotMatch(review.text, /Exchange Online|Teams/);
    await ana.pressNewest(/^Change: Solution area/);
    await ana.pressNewest('Next', { solutionArea: 'Microsoft365', activities: 'Usage' });
    assert.ok((await ana.card()).buttons.includes('Submit'));
    const again = (await openLines(ana)).inputs.lines ?? '';
    for (const workload of chosen.split(',')) assert.ok(again.split(',').includes(workload), workload);
  });

  async function openLines(person: ChatPerson) {
    await person.pressNewest(/^Change: Products/);
    return await person.card();
  }

  it('offers the filer as the company’s contact (R15)', async () => {
    const ana = world.person('ana');
    const { inputs } = await fillInTo(ana, 'contacts');
    assert.equal(inputs['partnerContact.name'], 'Ana Ruiz');
    assert.match(inputs['partnerContact.email'] ?? '', /@/);
  });

  it('is dropped with “cancel” at any step, and the draft is kept', async () => {
    const ana = world.person('ana');
    const number = numberOn(await fillInTo(ana, 'proof'));
    await ana.say('cancel');
    assert.match(await ana.lastText(), new RegExp(`${number} is kept`));
    await ana.say('cancel');
    assert.match(await ana.lastText(), /nothing to cancel/);
  });

  it('answers “help” at any step and goes on', async () => {
    const ana = world.person('ana');
    const card = await fillInTo(ana, 'name');
    await ana.say('help');
    assert.doesNotMatch((await ana.card()).text, /Step 3/);
    await ana.press(card, 'Next', { claimName: 'After help' });
    const shown = (await ana.cards()).find(({ activityId }) => activityId === card.activityId);
    assert.match(shown?.text ?? '', /Step 4 of 7/);
  });
});
