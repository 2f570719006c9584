import { doesNotMatch, match } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { contosoTenant, fileClaim, fillInTo } from '../../support/fillIn.ts';

describe('When somebody is approved for a line after it was chosen (D5)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  before(async () => {
    bot = await startBotWithTeams();
  });
  after(() => bot.stop());

  it('leads from the review to the choice in one press, and back again', async () => {
    const [ana, nils, rita] = [bot.person('ana'), bot.person('nils'), bot.person('rita')];
    await fillInTo(ana, 'review', { lines: { lines: 'exchange-online' } });
    const rival = await fileClaim(nils, {
      customer: { mpnId: '6104418' },
      lines: { lines: 'exchange-online' },
    });
    await rita.say(`claim ${rival}`);
    await rita.pressNewest('Start review');
    await rita.approves();

    await ana.pressNewest('Submit');
    const refusedCard = await ana.card();
    match(refusedCard.text, /Already claimed: Exchange Online\. .*“Decide on arbitration”/);
    doesNotMatch(refusedCard.text, /Tick it/);
    await ana.pressNewest('Decide on arbitration');
    const lines = await ana.card();
    match(lines.text, /Tick it to send it to arbitration/);
    await ana.pressNewest('Next', {
      lines: 'exchange-online',
      arbitration: `${contosoTenant}/workload:exchange-online`,
    });
    await ana.pressNewest('Submit');
    match((await ana.card()).text, /Submitted/);
  });
});
