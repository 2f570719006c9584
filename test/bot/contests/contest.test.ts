import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson, SeenCard } from '../../support/chatPerson.ts';
import { contosoTenant, fileClaim } from '../../support/fillIn.ts';
import { until } from '../../support/until.ts';

const line = { lines: { lines: 'exchange-online' } };
const nilsFiles = {
  customer: { mpnId: '6104418' },
  name: { claimName: 'Northwind at Contoso' },
  contacts: { 'partnerContact.name': 'Nils Berg', 'partnerContact.email': 'nils.berg@northwind.example' },
  ...line,
};

describe('When two partners claim the same thing (R48, R54)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let nils: ChatPerson;
  let rita: ChatPerson;

  beforeEach(async () => {
    bot = await startBotWithTeams({ people: ['ana', 'nils', 'rita'] });
    [ana, nils, rita] = ['ana', 'nils', 'rita'].map((id) => bot.person(id)) as [
      ChatPerson,
      ChatPerson,
      ChatPerson,
    ];
  });
  afterEach(() => bot.stop());

  const inChannel = (what: RegExp) => rita.awaitCard(what, bot.channel);
  /** The bot's messages in the channel that carry a contest's card, the thread's first one first. */
  const contestMessages = async () =>
    (await rita.messages(bot.channel)).filter((message) =>
      JSON.stringify(message.attachments).includes('Competing claims'),
    );
  const quiet = async () => {
    for (const number of await numbers()) {
      await until(async () => (await bot.stored.waitingAlerts(number)).length === 0, `alerts of ${number}`);
    }
    const topic = `${contosoTenant}/workload:exchange-online`;
    await until(async () => (await bot.stored.waitingAlerts(topic)).length === 0, 'alerts of the contest');
  };
  const numbers = async () => (await bot.stored.claims()).map(({ number }) => number);

  async function reject(number: string): Promise<void> {
    await rita.press(await inChannel(new RegExp(`${number}[^]*New claim from`)), 'Start review');
    await rita.press(await inChannel(new RegExp(`${number}[^]*Under review`)), 'Reject');
    const form = await inChannel(new RegExp(`${number}[^]*Why is it rejected`));
    await rita.press(form, 'Reject …', { reason: 'InsufficientProof', comment: 'Not signed.' });
    await rita.press(await inChannel(new RegExp(`${number}[^]*Reject this claim`)), 'Reject');
  }

  it('says nothing of a contest while one partner claims, however often', async () => {
    await fileClaim(ana, line);
    await quiet();
    deepEqual(await contestMessages(), []);
  });

  it('posts one card for the slot, names both with status, and leads to each claim', async () => {
    const first = await fileClaim(ana, line);
    const second = await fileClaim(nils, nilsFiles);
    const card = await inChannel(/Competing claims[\s\S]*Exchange Online[\s\S]*Contoso/);
    for (const part of ['Fabrikam', 'Northwind', first, second, 'Submitted', 'Contested'])
      ok(card.text.includes(part), `${part} is missing from ${card.text}`);
    await quiet();
    const [root, ...more] = await contestMessages();
    equal(more.length, 0);
    match(
      root?.summary ?? '',
      /^Competing claims for Exchange Online at Contoso[^:]*: Fabrikam.* and Northwind/,
    );
    await rita.press(card, `Open ${second}`);
    match((await inChannel(/Northwind at Contoso[\s\S]*New claim/)).text, new RegExp(second));
  });

  it('updates the card as claims move and leave, and says when the contest is over', async () => {
    await fileClaim(ana, line);
    const second = await fileClaim(nils, nilsFiles);
    await inChannel(/Competing claims/);
    await rita.press(await inChannel(new RegExp(`${second}[^]*New claim from`)), 'Start review');
    await inChannel(/Competing claims[\s\S]*Northwind[\s\S]*Under review/);
    await rita.press(await inChannel(new RegExp(`${second}[^]*Rita Svensson started the review`)), 'Reject');
    const form = await inChannel(/Why is it rejected/);
    await rita.press(form, 'Reject …', { reason: 'InsufficientProof', comment: 'Not signed.' });
    await rita.press(await inChannel(/Reject this claim/), 'Reject');
    const over = await inChannel(/Competing claims[\s\S]*Only Fabrikam[\s\S]*still claims it/);
    doesNotMatch(over.text, /Northwind/);
    await quiet();
    equal((await contestMessages()).length, 1, 'all of it on one card');
  });

  it('reports each new competing claim in the same thread, also when a contest begins again', async () => {
    await fileClaim(ana, line);
    await reject(await fileClaim(nils, nilsFiles));
    await inChannel(/Competing claims[\s\S]*still claims it/);
    const again = await fileClaim(nils, nilsFiles);
    await inChannel(new RegExp(`New competing claim from Northwind Advisors: ${again}`));
    await quiet();
    const [root, reply, ...more] = await contestMessages();
    equal(more.length, 0);
    equal(reply?.root, root?.id);
    match(
      reply?.summary ?? '',
      new RegExp(`^New competing claim ${again} from Northwind.*: Exchange Online at Contoso`),
    );
    match(JSON.stringify(root?.attachments), new RegExp(again), 'the first card shows it too');
  });

  it('names competing claims on a claim’s card to reviewers, and warns before an approval (D6)', async () => {
    const first = await fileClaim(ana, line);
    const second = await fileClaim(nils, nilsFiles);
    await rita.say(`claim ${first}`);
    match(
      (await rita.card()).text,
      new RegExp(`Also claimed by other partners[^]*Northwind.*${second}, Submitted`),
    );
    await rita.pressNewest('Compare claims');
    match((await rita.card()).text, /Competing claims[\s\S]*2 partners claim it/);
    await rita.pressNewest(`Open ${first}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Approve');
    match((await rita.card()).text, /Approve this claim\?[\s\S]*A competing claim is waiting/);
    await rita.pressNewest('Approve');
    const held = await inChannel(/Competing claims[\s\S]*Holds it/);
    match(held.text, new RegExp(`Fabrikam[^]*Approved[^]*Holds it[^]*${first}[^]*Northwind[^]*${second}`));
    await rita.say(`claim ${second}`);
    match((await rita.card()).text, new RegExp(`Fabrikam.*${first}, holds it`));
  });

  it('lets the holder add proof of execution while it is contested, and only then (R60)', async () => {
    const first = await fileClaim(ana, line);
    await rita.say(`claim ${first}`);
    await rita.pressNewest('Start review');
    await rita.approves();
    const held = await bot.stored.claims();
    equal(held[0]?.status, 'Approved');
    equal(await mayAdd(first), false);
    // It has been claimed, so Nils goes on to arbitration (D5).
    const arbitration = `${contosoTenant}/workload:exchange-online`;
    await fileClaim(nils, { ...nilsFiles, lines: { ...line.lines, arbitration } });
    equal(await mayAdd(first), true);
  });

  async function mayAdd(number: string): Promise<boolean> {
    await ana.say(`claim ${number}`);
    return /attach a file/i.test((await ana.card()).text);
  }

  it('shows both claimants the general sentence, on the card that stands there and in the history (R52)', async () => {
    await fileClaim(ana, line);
    const before = await ana.card();
    doesNotMatch(before.text, /arbitration/);
    await fileClaim(nils, nilsFiles);
    match((await nils.card()).text, /This claim goes through arbitration/);
    const told = await ana.awaitCard(/This claim goes through arbitration/);
    equal(told.activityId, before.activityId, 'on the same card, without a message');
    for (const person of [ana, nils]) {
      await person.pressNewest('History');
      match((await person.card()).text, /The claim goes through arbitration[\s\S]*CPOR Claims/);
    }
  });

  it('leaves an answer that is half typed where it is, and shows the sentence with the next press (R43)', async () => {
    const first = await fileClaim(ana, line);
    await rita.say(`claim ${first}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Ask for more');
    await rita.pressNewest('Send', { reasons: 'DatesMissingOrOld', comment: 'When?' });
    const asked: SeenCard = await ana.awaitCard(/The reviewer needs more/);
    await fileClaim(nils, nilsFiles);
    await quiet();
    deepEqual(await ana.card(), asked);
    await ana.press(asked, 'Resubmit', { comment: 'In May.' });
    match((await ana.card()).text, /arbitration/);
  });

  it('answers people who are not reviewers as if there were no contest (R53)', async () => {
    await fileClaim(ana, line);
    await fileClaim(nils, nilsFiles);
    const card = await inChannel(/Competing claims/);
    const data = { verb: 'contest.open', customerTenantId: contosoTenant, slot: 'workload:exchange-online' };
    for (const slot of [data.slot, 'workload:teams']) {
      await ana.call('people/ana/press', {
        activityId: (await ana.card()).activityId,
        action: { type: 'Action.Execute', title: 'x', verb: data.verb, data: { ...data, slot } },
        inputs: {},
      });
    }
    ok(card);
    const said = JSON.stringify(await ana.messages());
    doesNotMatch(said, /Northwind|Competing/);
  });
});
