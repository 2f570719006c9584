import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { contosoTenant, fileClaim } from '../../support/fillIn.ts';
import { fieldServiceClaim } from '../../support/technicalContact.ts';

const subscription = '8ac52edf-933a-4628-bbef-fb224e054158';

describe('When a partner looks an approved claim up in a payout report (R6)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let number: string;

  before(async () => {
    bot = await startBotWithTeams();
    number = await fileClaim(bot.person('ana'), fieldServiceClaim);
  });
  after(() => bot.stop());

  it('offers nothing to copy before it is approved, and refuses a press that says otherwise', async () => {
    const ana = bot.person('ana');
    const submitted = await ana.card();
    equal(submitted.buttons.includes('Copy IDs'), false);
    await ana.call('people/ana/press', {
      activityId: submitted.activityId,
      action: { type: 'Action.Execute', verb: 'claim.copyIds', data: { verb: 'claim.copyIds', number } },
      inputs: {},
    });
    match((await ana.card()).text, /not possible while the claim is “Submitted”/);
  });

  it('answers with tenant and subscription IDs in a message below, and leaves the card as it is', async () => {
    const [ana, rita] = [bot.person('ana'), bot.person('rita')];
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.approves();
    equal((await rita.card()).buttons.includes('Copy IDs'), false);
    const approved = await ana.awaitCard(/Your claim is approved/);
    const before = (await ana.messages()).length;

    await ana.press(approved, 'Copy IDs');
    const messages = await ana.messages();
    equal(messages.length, before + 1);
    deepEqual((messages.at(-1)?.text ?? '').split('\n\n').slice(1), [
      `Tenant ID: ${contosoTenant}`,
      `Dynamics 365 Field Service: ${subscription}`,
    ]);
    deepEqual(await ana.card(), approved);
  });

  it('tells another company nothing (R53)', async () => {
    const nils = bot.person('nils');
    await nils.say('hello');
    await nils.say('help');
    await nils.call('people/nils/press', {
      activityId: (await nils.card()).activityId,
      action: { type: 'Action.Execute', verb: 'claim.copyIds', data: { verb: 'claim.copyIds', number } },
      inputs: {},
    });
    const read = (await nils.messages()).map(({ text }) => text ?? '').join('\n');
    doesNotMatch(read, new RegExp(`${contosoTenant}|${subscription}`));
  });
});
