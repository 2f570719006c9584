import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { until } from '../../support/until.ts';

describe('When another reviewer takes a review over (R98)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  before(async () => {
    bot = await startBotWithTeams();
  });
  after(() => bot.stop());

  const told = (number: string) =>
    until(async () => (await bot.stored.waitingAlerts(number)).length === 0, `the alerts of ${number}`);

  it('shows who reviews on every card in place, and sends no message', async () => {
    const [ana, rita, raj] = ['ana', 'rita', 'raj'].map((id) => bot.person(id));
    ok(ana && rita && raj);
    const number = await fileClaim(ana);
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    const started = await rita.card();
    ok(!started.buttons.includes('Take over'), 'nobody takes over what is theirs');
    await raj.say(`claim ${number}`);
    ok((await raj.card()).buttons.includes('Take over'));
    const before = (await ana.messages()).length;
    await raj.pressNewest('Take over');
    const taken = /Rita Svensson started the review[\s\S]*Raj Mehta has taken it over/;
    match((await raj.card()).text, taken);
    ok(!(await raj.card()).buttons.includes('Take over'));
    const seen = await rita.awaitCard(taken);
    equal(seen.activityId, started.activityId, 'on the same card');
    equal((await ana.messages()).length, before);
    await ana.say(`claim ${number}`);
    await ana.pressNewest('History');
    match((await ana.card()).text, /Review taken over from Rita Svensson[\s\S]*Raj Mehta/);
    await rita.approves();
    doesNotMatch((await rita.card()).text, /not done|has changed/);
    equal((await bot.stored.claims())[0]?.status, 'Approved');
  });

  for (const where of ['own chat', 'channel'] as const) {
    it(`leaves the form that a colleague is filling in, in the ${where}, and what is typed goes on from there (R98)`, async () => {
      const [ana, rita, raj] = ['ana', 'rita', 'raj'].map((id) => bot.person(id));
      ok(ana && rita && raj);
      const number = await fileClaim(ana, {
        lines: { lines: where === 'channel' ? 'onedrive' : 'sharepoint-online' },
      });
      const chat = where === 'channel' ? (await rita.me()).channels[0] : undefined;
      if (!chat) await rita.say(`claim ${number}`);
      await told(number);
      const first = await rita.awaitCard(new RegExp(number), chat);
      await rita.press(first, 'Start review');
      await told(number);
      await rita.press(await rita.awaitCard(new RegExp(`${number}[^]*Under review`), chat), 'Ask for more');
      const form = await rita.awaitCard(/What is missing/, chat);
      await raj.say(`claim ${number}`);
      await raj.pressNewest('Take over');
      await told(number);
      const after = (await rita.cards(chat)).find(({ activityId }) => activityId === form.activityId);
      deepEqual(after?.content, form.content);
      await rita.press(form, 'Send', { reasons: 'ProductsMissing', comment: 'Which products?' });
      const shown = (await rita.cards(chat)).find(({ activityId }) => activityId === form.activityId);
      ok(shown);
      match(shown.text, /has changed since[^\n]*Raj Mehta has this review now\.[\s\S]*What is missing/);
      equal(shown.inputs.comment, 'Which products?');
      await rita.press(shown, 'Send');
      await ana.awaitCard(new RegExp(`${number}[^]*Which products`));
    });
  }

  it('says so with the error of a press that lacks something, before anything is decided', async () => {
    const [ana, rita, raj] = ['ana', 'rita', 'raj'].map((id) => bot.person(id));
    ok(ana && rita && raj);
    const number = await fileClaim(ana, { lines: { lines: 'viva-engage' } });
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Reject');
    await raj.say(`claim ${number}`);
    await raj.pressNewest('Take over');
    await told(number);
    await rita.pressNewest('Reject …', { comment: 'The dates are missing.' });
    const warned = await rita.card();
    match(warned.text, /has changed since[^\n]*Raj Mehta has this review now\.[\s\S]*Please choose/);
    equal(warned.inputs.comment, 'The dates are missing.');
    await rita.pressNewest('Reject …', { reason: 'InsufficientProof' });
    await rita.pressNewest('Reject');
    match((await rita.card()).text, /Rejected/);
  });

  it('leaves the form in their own chat even if the claim is decided; the refusal shows what was typed', async () => {
    const [ana, rita, raj] = ['ana', 'rita', 'raj'].map((id) => bot.person(id));
    ok(ana && rita && raj);
    const number = await fileClaim(ana, { lines: { lines: 'intune' } });
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Ask for more');
    const form = await rita.card();
    await raj.say(`claim ${number}`);
    await raj.approves();
    await told(number);
    deepEqual((await rita.card()).content, form.content);
    await rita.press(form, 'Send', { reasons: 'ProductsMissing', comment: 'Which products?' });
    const refused = await rita.card();
    match(refused.text, /Approved[\s\S]*changed since/);
    equal(refused.inputs.comment, 'Which products?');
  });
});
