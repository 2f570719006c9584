import { deepEqual, doesNotMatch, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson, Client, SeenCard } from '../../support/chatPerson.ts';
import { contosoTenant, fileClaim } from '../../support/fillIn.ts';

describe('On a claim’s card in the channel', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let raj: ChatPerson;
  before(async () => {
    bot = await startBotWithTeams();
    raj = bot.person('raj');
  });
  after(() => bot.stop());

  const firstOf = (number: string, person = raj): Promise<SeenCard> =>
    person.awaitCard(new RegExp(`${number}[^]*(New claim from|Under review)`), bot.channel);
  /** What a colleague sees, who has pressed nothing. */
  const shared = async (on: SeenCard): Promise<SeenCard> => {
    const found = (await raj.cards(bot.channel)).find(({ activityId }) => activityId === on.activityId);
    ok(found);
    return found;
  };
  const copyOf = async (person: ChatPerson, on: SeenCard): Promise<SeenCard> => {
    const found = (await person.cards(bot.channel)).find(({ activityId }) => activityId === on.activityId);
    ok(found);
    return found;
  };

  it('another claim that is looked up and taken stays the presser’s; its own card is brought up to date', async () => {
    const [ana, rita] = [bot.person('ana'), bot.person('rita')];
    const one = await fileClaim(ana, { lines: { lines: 'teams' } });
    const other = await fileClaim(ana, { lines: { lines: 'onedrive' } });
    const [cardOfOne, cardOfOther] = [await firstOf(one), await firstOf(other)];
    await rita.press(await copyOf(rita, cardOfOne), 'Review queue');
    await rita.press(await copyOf(rita, cardOfOne), `Open ${other}`);
    await rita.press(await copyOf(rita, cardOfOne), 'Start review');
    match((await copyOf(rita, cardOfOne)).text, new RegExp(`${other}[^]*Under review`));
    deepEqual((await shared(cardOfOne)).content, cardOfOne.content);
    await raj.awaitCard(new RegExp(`${other}[^]*Rita Svensson started the review`), bot.channel);
    match((await shared(cardOfOther)).text, /Rita Svensson started the review/);
    doesNotMatch((await shared(cardOfOne)).text, new RegExp(other));
  });

  it('a contest that leads to a claim stays a contest for everybody', async () => {
    const [ana, nils, rita] = ['ana', 'nils', 'rita'].map((id) => bot.person(id));
    ok(ana && nils && rita);
    const first = await fileClaim(ana, { lines: { lines: 'intune' } });
    await fileClaim(nils, {
      customer: { mpnId: '6104418' },
      contacts: { 'partnerContact.name': 'Nils Berg', 'partnerContact.email': 'nils.berg@northwind.example' },
      lines: { lines: 'intune', arbitration: `${contosoTenant}/workload:intune` },
    });
    const contest = await rita.awaitCard(/Competing claims[\s\S]*2 partners claim it/, bot.channel);
    await rita.press(contest, `Open ${first}`);
    await rita.press(await copyOf(rita, contest), 'Start review');
    match((await shared(contest)).text, /Competing claims/);
  });

  it('the same in a client without Action.Execute: the other claim is answered in the own chat', async () => {
    const client: Client = 'Action.Submit';
    const [ana, rita] = [bot.person('ana'), bot.person('rita', client)];
    const one = await fileClaim(ana, { lines: { lines: 'sharepoint-online' } });
    const other = await fileClaim(ana, { lines: { lines: 'viva-engage' } });
    const cardOfOne = await firstOf(one);
    const other1 = await firstOf(other);
    // An old client’s copy of another claim’s message, which still has that claim’s button.
    const forged = { ...other1, activityId: cardOfOne.activityId };
    await rita.press(forged, 'Start review');
    deepEqual((await shared(cardOfOne)).content, cardOfOne.content);
    match((await rita.card()).text, new RegExp(`${other}[^]*Under review`));
  });
});
