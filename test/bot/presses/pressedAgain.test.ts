import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { PressOutcome } from '../../../local/teams/views.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { type ChatPerson, type SeenCard, seen } from '../../support/chatPerson.ts';
import { fileClaim, fillInTo } from '../../support/fillIn.ts';

describe('When a press is answered below the card or in words', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let rita: ChatPerson;
  before(async () => {
    bot = await startBotWithTeams();
    [ana, rita] = [bot.person('ana'), bot.person('rita')];
  });
  after(() => bot.stop());

  /** Presses, and reads the answer to the press itself. */
  async function answerTo(
    person: ChatPerson,
    on: SeenCard,
    title: string | RegExp,
    typed: Record<string, string> = {},
  ): Promise<SeenCard> {
    const outcome = (await person.press(on, title, typed)) as PressOutcome;
    ok(outcome.outcome === 'card', `${outcome.outcome}: a card was expected`);
    const shown = outcome.message.replacements[person.id] ?? outcome.message.attachments;
    equal(outcome.message.id, on.activityId, 'it is the pressed card');
    return seen(on.activityId, shown[0]?.content as Record<string, unknown>);
  }

  it('a step of the form stays as it is, with everything typed on it', async () => {
    await fillInTo(ana, 'activity');
    await ana.pressNewest('Back');
    const customer = await ana.card();
    const again = await answerTo(ana, customer, 'Which MPN ID do I choose?', { customerDomain: 'fabri' });
    deepEqual(again.inputs, { ...customer.inputs, customerDomain: 'fabri' });
    match((await ana.card()).text, /Which MPN ID do I choose/);
    deepEqual(again.buttons, customer.buttons);
  });

  it('so does the first step of a claim that is no draft yet', async () => {
    await ana.say('cancel');
    await ana.say('new claim');
    const first = await ana.pressNewest('Start another claim').then(() => ana.card());
    const again = await answerTo(ana, first, 'Which MPN ID do I choose?', { customerDomain: 'contoso.on' });
    equal(again.inputs.customerDomain, 'contoso.on');
    deepEqual(again.buttons, first.buttons);
  });

  it('the proof step stays when its template is offered below', async () => {
    const proof = await fillInTo(ana, 'proof');
    const again = await answerTo(ana, proof, 'Get the template');
    deepEqual([again.buttons, again.inputs], [proof.buttons, proof.inputs]);
  });

  it('a half-typed answer stays while lists and histories come below', async () => {
    const number = await fileClaim(ana);
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Ask for more');
    await rita.pressNewest('Send', { reasons: 'ProductsMissing', comment: 'Which products?' });
    const asked = await ana.awaitCard(new RegExp(`${number}[^]*The reviewer needs more`));
    for (const title of ['History', 'My claims', 'Edit claim']) {
      const again = await answerTo(ana, asked, title, { comment: 'All of th' });
      equal(again.inputs.comment, 'All of th', title);
      deepEqual(again.buttons, asked.buttons);
    }
    const menu = await ana.card();
    await ana.press(menu, 'Change the MPN ID');
    const form = await ana.card();
    const again = await answerTo(ana, form, 'Which MPN ID do I choose?', { mpnId: '4519930' });
    equal(again.inputs.mpnId, '4519930');
    deepEqual(again.buttons, form.buttons);
  });

  it('an approved claim’s card stays when its IDs are sent below', async () => {
    const number = await fileClaim(ana);
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.approves();
    const approved = await ana.awaitCard(new RegExp(`${number}[^]*Your claim is approved`));
    const again = await answerTo(ana, approved, 'Copy IDs');
    match(again.text, /Your claim is approved/);
  });

  it('in the channel, the form stays with what is typed, and says what to do first', async () => {
    const number = await fileClaim(ana);
    const first = await rita.awaitCard(new RegExp(`${number}[^]*New claim from`), bot.channel);
    await rita.press(first, 'Start review');
    const reviewed = await rita.awaitCard(new RegExp(`${number}[^]*Under review`), bot.channel);
    await rita.press(reviewed, 'Ask for more');
    const form = await rita.awaitCard(new RegExp(`${number}[^]*What is missing`), bot.channel);
    const again = await answerTo(rita, form, 'Review queue', { comment: 'Please na' });
    match(again.text, /Please send or cancel what you have typed[\s\S]*What is missing/);
    equal(again.inputs.comment, 'Please na');
  });
});
