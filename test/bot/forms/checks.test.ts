import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson, SeenCard } from '../../support/chatPerson.ts';
import { answered, contosoTenant, fileClaim, fillInTo, numberOn } from '../../support/fillIn.ts';
import { demoWithMoreWorkloads } from '../../support/freeLines.ts';
import { saveDirectory } from '../../support/saveDirectory.ts';
import { technicalContact } from '../../support/technicalContact.ts';

const business = { solutionArea: 'BusinessApplications', activities: 'Usage' };
const askCustomer =
  /Check the (?:subscription|domain) and the tenant ID with your customer[\s\S]*\/servicerequests\?category=incentives/;

/**
 * Of the rows of “To see each error” in the demo’s guide, one whose error stands at the line and one at the input of its ID:
 * all of them stand in `test/cards/filing/wrongAnswers.test.ts`.
 */
const errors: readonly {
  readonly row: string;
  readonly product: string;
  readonly salesId?: string;
  readonly text: RegExp;
}[] = [
  { row: 'E1', product: 'commerce', text: /This product is not on the customer’s tenant\./ },
  {
    row: 'E6, for another product',
    product: 'sales',
    salesId: '8ac52edf-933a-4628-bbef-fb224e054158',
    text: /This is not a subscription ID of this customer\./,
  },
];

describe('When a line cannot be claimed (R38–R43)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  beforeEach(async () => {
    bot = await startBotWithTeams({ people: ['ana', 'ivan', 'nils', 'rita'] });
    ana = bot.person('ana');
  });
  afterEach(() => bot.stop());

  const atLines = () => fillInTo(ana, 'lines', { activity: business });

  /** Whether the customer has provisioned Field Service, imported anew. */
  async function provisioned(yes: boolean): Promise<void> {
    const demo = demoWithMoreWorkloads();
    const customers = demo.customers.map((customer) => ({
      ...customer,
      subscriptions: customer.subscriptions.map((each) =>
        each.products.includes('dynamics-365-field-service') ? { ...each, provisioned: yes } : each,
      ),
    }));
    await saveDirectory(bot.store, { ...demo, customers });
  }

  for (const { row, product, salesId, text } of errors)
    it(`says ${row} at the line, and what to do (R40, R41)`, async () => {
      await atLines();
      await ana.pressNewest('Next', { lines: `dynamics-365-${product}` });
      if (salesId) await ana.pressNewest('Next', { 'subscriptionId.dynamics-365-sales': salesId });
      const card = await ana.card();
      match(card.text, /Step 4 of 7/);
      match(card.text, text);
      match(card.text, askCustomer);
      // R22: a subscription that cannot be claimed is not taken, and its ID is not told.
      doesNotMatch(card.text, /was found and will be used/);
      equal(card.inputs.lines, `dynamics-365-${product}`);
      if (salesId) equal(card.inputs['subscriptionId.dynamics-365-sales'], salesId);
    });

  it('says all of them in one pass, and looks again at one press (R42, R43)', async () => {
    await atLines();
    const lines = 'dynamics-365-finance,dynamics-365-customer-service,dynamics-365-commerce';
    await ana.pressNewest('Next', { lines });
    const card = await ana.card();
    for (const text of [/not activated or provisioned/, /through CSP/, /not on the customer’s tenant/])
      match(card.text, text);
    equal(card.text.match(/Check the subscription and the tenant ID/g)?.length, 1);
    await ana.pressNewest('Check again');
    match((await ana.card()).text, /not activated or provisioned/);
    await ana.pressNewest('Check again', { lines: 'dynamics-365-field-service' });
    match((await ana.card()).text, /Step 5 of 7/);
  });

  it('marks it at the review, with the way to the step, until it can be submitted (D11)', async () => {
    await atLines();
    await ana.pressNewest('Next', { lines: 'dynamics-365-field-service' });
    await ana.pressNewest('Next', { ...answered.contacts, ...technicalContact });
    await ana.attach('statement-of-work.pdf', '%PDF-1.7 signed by Cleo Park');
    await ana.pressNewest('Next');
    await ana.pressNewest('Next');
    await provisioned(false);
    await ana.pressNewest('Submit');
    const marked = await ana.card();
    match(marked.text, /Something is missing, or has changed in the meantime/);
    match(marked.text, /Dynamics 365 Field Service: The customer has not activated or provisioned/);
    match(marked.text, askCustomer);
    ok(!marked.buttons.includes('Submit'));

    await ana.pressNewest(/^Change: Products/);
    match((await ana.card()).text, /not activated or provisioned/);
    await ana.pressNewest('Check again');
    match((await ana.card()).text, /Step 4 of 7/);
    await provisioned(true);
    await ana.pressNewest('Check again');
    await ana.pressNewest('Submit');
    match((await ana.card()).text, /Submitted/);
  });

  it('marks it when the draft is taken up again, and nothing that was not asked yet (D11)', async () => {
    const review = await fillInTo(ana, 'review', {
      activity: business,
      lines: { lines: 'dynamics-365-field-service' },
      contacts: technicalContact,
    });
    await provisioned(false);
    await ana.say(`claim ${numberOn(review)}`);
    const taken = await ana.card();
    match(taken.text, /Step 4 of 7[\s\S]*has not activated or provisioned this product yet/);

    await fillInTo(ana, 'contacts');
    await ana.say(`claim ${numberOn(await ana.card())}`);
    const young = await ana.card();
    match(young.text, /Step 5 of 7/);
    doesNotMatch(young.text, /Please correct|fill this in/i);
  });

  it('says that the company has claimed it itself, and in which claim (E5)', async () => {
    const number = await fileClaim(ana);
    await fillInTo(bot.person('ivan'), 'lines');
    await bot.person('ivan').pressNewest('Next', { lines: 'teams' });
    const { text } = await bot.person('ivan').card();
    match(text, new RegExp(`already been claimed: your company’s claim ${number} is for Usage too`));
    match(text, askCustomer);
  });

  it('offers to go on to arbitration where somebody else has been approved, naming nobody (D5, R53)', async () => {
    const [nils, rita] = [bot.person('nils'), bot.person('rita')];
    const first = await fileClaim(nils, {
      customer: { mpnId: '6104418' },
      lines: { lines: 'exchange-online' },
    });
    await rita.say(`claim ${first}`);
    await rita.pressNewest('Start review');
    await rita.approves();

    await fillInTo(ana, 'lines');
    await ana.pressNewest('Next', { lines: 'exchange-online,teams' });
    const asked: SeenCard = await ana.card();
    match(asked.text, /This has already been claimed\. Tick it to send it to arbitration/);
    ok(JSON.stringify(asked.content).includes('Send Exchange Online to arbitration'));
    doesNotMatch(JSON.stringify(asked.content), /Northwind|Nils|for Microsoft Teams/);
    doesNotMatch(asked.text, new RegExp(first));
    await ana.pressNewest('Next');
    match((await ana.card()).text, /Step 4 of 7/);
    await ana.pressNewest('Next', { arbitration: `${contosoTenant}/workload:exchange-online` });
    await ana.pressNewest('Next', answered.contacts);
    await ana.attach('statement-of-work.pdf', '%PDF-1.7 signed by Cleo Park');
    await ana.pressNewest('Next');
    await ana.pressNewest('Next');
    match((await ana.card()).text, /Already claimed, goes to arbitration: Exchange Online/);
    await ana.pressNewest('Submit');
    match((await ana.card()).text, /Submitted/);
  });
});
