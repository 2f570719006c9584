import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../support/botWithTeams.ts';
import { fileClaim } from '../support/fillIn.ts';

describe('When another reviewer takes a review over (R98)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  before(async () => {
    bot = await startBotWithTeams();
  });
  after(() => bot.stop());

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
    await rita.pressNewest('Approve');
    doesNotMatch((await rita.card()).text, /not done|has changed/);
    equal((await bot.stored.claims())[0]?.status, 'Approved');
  });
});
