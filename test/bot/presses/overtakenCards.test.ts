import assert from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { fileClaim } from '../../support/fillIn.ts';

const asking = { reasons: 'DatesMissingOrOld', comment: 'The plan has no dates.' };

describe('When a card is overtaken by a newer one', function () {
  this.timeout(60_000);
  let world: BotWithTeams;
  before(async () => {
    world = await startBotWithTeams();
  });
  after(() => world.stop());

  it('says “Continued below” rather than something that is no longer true', async () => {
    const ana = world.person('ana');
    const rita = world.person('rita');
    const number = await fileClaim(ana);
    const submitted = await ana.card();
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await ana.awaitCard(/A reviewer is looking at your claim/);
    await rita.pressNewest('Ask for more');
    await rita.pressNewest('Send', asking);
    await ana.awaitCard(/The plan has no dates/);
    await ana.awaitCard(/Continued below/);
    const older = (await ana.cards()).find(({ activityId }) => activityId === submitted.activityId);
    assert.match(older?.text ?? '', /Continued below/);
  });

  it('is folded when the claim is asked for again', async () => {
    const rita = world.person('rita');
    const number = await fileClaim(world.person('ana'));
    await rita.say(`claim ${number}`);
    const first = await rita.card();
    await rita.say(`claim ${number}`);
    const folded = (await rita.cards()).find(({ activityId }) => activityId === first.activityId);
    assert.match(folded?.text ?? '', /Continued below/);
    assert.ok((await rita.card()).buttons.includes('Start review'));
  });

  /** Ana's claim, whose review Rita has begun since Ana blocked the bot. */
  async function reviewedUnheard(): Promise<string> {
    const rita = world.person('rita');
    const number = await fileClaim(world.person('ana'));
    await world.person('ana').call('people/ana/blocked', { blocked: true });
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    return number;
  }

  it('also reports a decision to a person who had blocked the bot', async () => {
    const ana = world.person('ana');
    const rita = world.person('rita');
    const number = await reviewedUnheard();
    await rita.approves();
    await world.person('ivan').awaitCard(new RegExp(`${number}[\\s\\S]*Approved`));
    await ana.call('people/ana/blocked', { blocked: false });
    await ana.say('help');
    await ana.awaitCard(new RegExp(`${number}[\\s\\S]*Approved does not mean paid`, 'i'));
  });

  it('is shown to who had blocked the bot, with the first word after that (R85)', async () => {
    const ana = world.person('ana');
    const rita = world.person('rita');
    const number = await reviewedUnheard();
    await rita.pressNewest('Ask for more');
    await rita.pressNewest('Send', { ...asking, comment: `Please, ${number}.` });
    // Ivan is the company's other Incentives admin: he is told instead, so the attempt with Ana is over.
    await world.person('ivan').awaitCard(new RegExp(`Please, ${number}`));
    // A word typed while the bot is blocked is heard, and cannot be answered: nothing is caught up by it.
    await ana.say('hello?');
    await ana.call('people/ana/blocked', { blocked: false });
    await ana.say('help');
    await ana.awaitCard(new RegExp(`Please, ${number}`));
  });
});
