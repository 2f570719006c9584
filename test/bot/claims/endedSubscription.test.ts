import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { contosoTenant, fileClaim } from '../../support/fillIn.ts';
import { importing } from '../../support/importing.ts';
import { fieldServiceClaim } from '../../support/technicalContact.ts';
import { until } from '../../support/until.ts';

const id = '8ac52edf-933a-4628-bbef-fb224e054158';
const ended = {
  tenantId: contosoTenant,
  id,
  product: 'dynamics-365-field-service',
  family: 'Dynamics365',
  channel: 'CSP',
  state: 'Ended',
  provisioned: true,
};

describe('When the subscription of an approved claim ends while the bot runs (R45)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let files: ReturnType<typeof importing>;

  before(async () => {
    bot = await startBotWithTeams();
    files = importing(bot.store);
  });
  after(async () => {
    files.remove();
    await bot.stop();
  });

  it('tells the partner in a new message what has ended and what to do, and marks the line for everybody', async () => {
    const [ana, rita] = [bot.person('ana'), bot.person('rita')];
    const number = await fileClaim(ana, fieldServiceClaim);
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.approves();
    const approved = await ana.awaitCard(/Your claim is approved/);
    doesNotMatch(approved.text, /has ended/);

    await files.done('subscriptions', [ended]);
    const told = await ana.awaitCard(/A subscription of this claim has ended/);
    match(told.text, new RegExp(`${number}[^]*Approved[^]*${id} \\(has ended\\)[^]*Copy to a new claim`));
    await until(async () => (await bot.stored.waitingAlerts(number)).length === 0, 'its alert');
    const newest = (await ana.messages()).at(-1);
    match(newest?.summary ?? '', /^A subscription of C-\S+ has ended/);

    await rita.say(`claim ${number}`);
    match((await rita.card()).text, /\(has ended\)/);
    await rita.pressNewest('History');
    match((await rita.card()).text, new RegExp(`Subscription ${id} has ended[^]*CPOR Claims`));

    const count = (await ana.messages()).length;
    await files.done('subscriptions', [ended]);
    equal((await bot.stored.waitingAlerts(`${contosoTenant}/subscription:${id}`)).length, 0);
    deepEqual((await ana.messages()).length, count);
  });
});
