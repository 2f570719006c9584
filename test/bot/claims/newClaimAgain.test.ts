import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { contosoTenant, fileClaim, numberOn } from '../../support/fillIn.ts';
import { importing } from '../../support/importing.ts';
import { fieldServiceClaim } from '../../support/technicalContact.ts';
import { forge, neverFailed } from '../badInput/answers.ts';

const button = 'Copy to a new claim';
/** Fabrikam's, in the directory's order. */
const admins = 'Ana Ruiz or Ivan Petrov';
const fieldService = {
  tenantId: contosoTenant,
  id: '8ac52edf-933a-4628-bbef-fb224e054158',
  product: 'dynamics-365-field-service',
  family: 'Dynamics365',
  channel: 'CSP',
  state: 'Ended',
  provisioned: true,
};

describe('When a partner begins a new claim from an old one in chat (D14, R91)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let rita: ChatPerson;
  let taken = 30;

  before(async () => {
    bot = await startBotWithTeams();
    [ana, rita] = [bot.person('ana'), bot.person('rita')];
  });
  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  async function rejected(): Promise<{ number: string; line: string }> {
    taken += 1;
    const line = `more-${taken}`;
    const number = await fileClaim(ana, { lines: { lines: line } });
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Reject');
    await rita.pressNewest('Reject …', { reason: 'InsufficientProof', comment: 'Not signed.' });
    await rita.pressNewest('Reject');
    await ana.awaitCard(new RegExp(`${number}[^]*Your claim was rejected`));
    return { number, line };
  }

  it('after the draft was deleted, the same press says so, and the next begins another', async () => {
    const { number } = await rejected();
    const card = await ana.awaitCard(new RegExp(`${number}[^]*Your claim was rejected`));
    const now = async () =>
      (await ana.cards()).find(({ activityId }) => activityId === card.activityId) ?? card;
    await ana.press(card, button);
    const draft = numberOn(await ana.card());
    await ana.pressNewest('Delete draft');
    await ana.pressNewest('Delete');
    await ana.press(await now(), button);
    match((await now()).text, new RegExp(`You deleted draft ${draft}[^]*press “${button}” once more`));
    await ana.press(await now(), button);
    const next = await ana.card();
    match(next.text, new RegExp(`Attach your proof of execution[^]*Filled in from ${number}`));
    ok(numberOn(next) !== draft);
    await ana.pressNewest('Delete draft');
    await ana.pressNewest('Delete');
  });

  it('opens the draft at its proof, says what it is filled in from, and submits it as it stands', async () => {
    const { number, line } = await rejected();
    await ana.pressNewest(button);
    const step = await ana.card();
    match(step.text, new RegExp(`Attach your proof of execution[^]*Filled in from ${number}`));
    const draft = numberOn(step);
    ok(draft !== number);
    await ana.attach('signed.pdf', '%PDF-1.7 signed again');
    await ana.pressNewest('Next');
    await ana.pressNewest('Next');
    const review = await ana.card();
    doesNotMatch(review.text, /Filled in from/);
    match(review.text, new RegExp(`More ${line.slice(5)}`));
    await ana.press(review, 'Submit');
    await ana.pressNewest('History');
    match((await ana.card()).text, new RegExp(`Draft created, filled in from ${number}`));
  });

  it('makes one draft of one press, however often it comes', async () => {
    const { number } = await rejected();
    const on = (await ana.awaitCard(new RegExp(`${number}[^]*Your claim was rejected`))).activityId;
    const count = (await bot.stored.drafts()).length;
    const press = { on, verb: 'claim.copy', number };
    const [first, second] = [await forge(bot, 'ana', press), await forge(bot, 'ana', press)];
    equal(first.text, second.text);
    equal((await bot.stored.drafts()).length, count + 1);
  });

  it('tells an admin who cannot file whom to ask (R98), and keeps the claim’s card', async () => {
    const { number } = await rejected();
    const ben = bot.person('ben');
    await ben.say(`claim ${number}`);
    const shown = await ben.card();
    ok(!shown.buttons.includes(button));
    match(shown.text, new RegExp(`start a new claim from this one[^]*Ask ${admins}\\.`));
    doesNotMatch(shown.text, new RegExp(button));
    const refused = await forge(bot, 'ben', { on: shown.activityId, verb: 'claim.copy', number });
    match(
      refused.text,
      new RegExp(`Ask an Incentives admin of your company: ${admins}\\.[^]*Your claim was rejected`),
    );
  });

  it('leaves a comment that is being typed where it is', async () => {
    const { number } = await rejected();
    await ana.say(`claim ${number}`);
    const claim = await ana.card();
    await ana.press(claim, 'Comment');
    const form = (await ana.cards()).find(({ activityId }) => activityId === claim.activityId) ?? claim;
    await ana.press(form, button, { comment: 'It is signed on' });
    const after = (await ana.cards()).find(({ activityId }) => activityId === claim.activityId);
    ok(after?.buttons.includes('Send'));
    match((await ana.card()).text, /Filled in from/);
  });

  it('is the way on after an end: the product stays, what is wrong with it is marked (R45)', async () => {
    const files = importing(bot.store);
    const number = await fileClaim(ana, fieldServiceClaim);
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.approves();
    const approved = await ana.awaitCard(new RegExp(`${number}[^]*Your claim is approved`));
    ok(!approved.buttons.includes(button));
    await files.done('subscriptions', [fieldService]);
    const told = await ana.awaitCard(/A subscription of this claim has ended/);
    equal(told.buttons[0], button);
    const ben = bot.person('ben');
    await ben.say(`claim ${number}`);
    const asOthers = await ben.card();
    ok(!asOthers.buttons.includes(button));
    match(asOthers.text, new RegExp(`For the ended subscription[^]*Ask ${admins}\\.`));
    await ana.press(told, button);
    const step = await ana.card();
    match(step.text, /What do you claim\?[\s\S]*Filled in from/);
    equal(step.inputs.lines, fieldService.product);
    match(step.text, /bought through CSP|neither active nor/);
    const [draft] = (await bot.stored.drafts()).filter((kept) => kept.number === numberOn(step));
    deepEqual(draft?.proofs, []);
    files.remove();
  });
});
