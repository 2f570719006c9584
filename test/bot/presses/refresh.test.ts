// Above 200 lines: one bot, on which Teams asks for every copy of one card in turn.

import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { createAddressBook } from '../../../services/outbox/addressBook.ts';
import type { DocumentStore, Write } from '../../../services/storage/documents/documentStore.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson, SeenCard } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { type Answer, doingOf, readAnswer } from '../badInput/answers.ts';

/** Everything the bot has written, batch by batch. */
const written: (readonly Write[])[] = [];
const recording = (store: DocumentStore): DocumentStore => ({
  ...store,
  async batch(pk, writes) {
    written.push(writes);
    return await store.batch(pk, writes);
  },
});

/** An empty answer may be taken for a failure. */
const stays = 'This card cannot be brought up to date here.';

describe('When Teams asks for a colleague’s copy of a claim’s card', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let rita: ChatPerson;
  let number: string;
  /** The card in the channel. */
  let first: SeenCard;

  before(async () => {
    bot = await startBotWithTeams({ wrap: recording });
    ana = bot.person('ana');
    rita = bot.person('rita');
    number = await fileClaim(ana);
    first = await rita.awaitCard(new RegExp(`${number}[^]*New claim from`), bot.channel);
    await settled();
  });

  after(() => bot.stop());

  /** Nothing is on its way any more: no alert waits. */
  async function settled(): Promise<void> {
    const until = Date.now() + 20_000;
    while ((await bot.stored.waitingAlerts(number)).length > 0) {
      if (Date.now() > until) throw new Error('An alert did not go out');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  const inChannel = (who: string) => {
    const conversation = bot.roster.conversationOf(bot.channel);
    ok(conversation);
    return { ...doingOf(bot, who), conversation };
  };

  /** What arrives by itself, with the answer. */
  async function ask(
    who: string,
    {
      on = first,
      trigger = 'automatic',
      personal = false,
      ...data
    }: { on?: SeenCard; trigger?: string; personal?: boolean; verb: string } & Record<string, unknown>,
  ): Promise<Answer> {
    const doing = personal ? doingOf(bot, who) : inChannel(who);
    const action = { type: 'Action.Execute', verb: data.verb, data };
    return readAnswer(await bot.post(bot.activities.execute(doing, on.activityId, { action, trigger })));
  }

  /** The bot writes nothing and tells Teams nothing, and no copy in any chat is another. */
  async function changesNothingAtAll<T>(act: () => Promise<T>): Promise<T> {
    const kept = async () => [await bot.stored.everything(), await rita.call('state')];
    const before = await kept();
    written.length = 0;
    bot.wire.calls.length = 0;
    const result = await act();
    deepEqual(writesOfThisTurn(), []);
    deepEqual(
      bot.wire.calls.map(({ method, path }) => `${method} ${path}`),
      [],
    );
    deepEqual(await kept(), before);
    return result;
  }

  /** The dispatcher renews its lease meanwhile, whatever the bot is asked. */
  const writesOfThisTurn = () =>
    written.flat().filter((write) => !JSON.stringify(write).includes('"type":"lease"'));

  const refresh = () => ({ verb: 'claim.refresh', number });

  it('the channel’s card asks for it', () => {
    deepEqual(first.content.refresh, {
      action: { type: 'Action.Execute', verb: 'claim.refresh', data: refresh() },
    });
  });

  for (const trigger of ['automatic', 'manual']) {
    it(`shows the claim as it stands, folded as it was, and writes nothing (${trigger})`, async () => {
      const { card } = await changesNothingAtAll(() => ask('rita', { ...refresh(), trigger }));
      deepEqual(card?.content, first.content);
    });
  }

  it('shows each who comes what they may press: a reviewer the review, the partner their own side', async () => {
    const raj = await changesNothingAtAll(() => ask('raj', refresh()));
    ok(raj.card?.buttons.includes('Start review'));
    const partner = await changesNothingAtAll(() => ask('ana', refresh()));
    ok(partner.card);
    equal(partner.card.buttons.includes('Start review'), false);
  });

  it('neither stores where somebody is nor sends what they have missed', async () => {
    const { person } = doingOf(bot, 'ivan');
    const ivan = { kind: 'person', personId: `${person.tenantId}/${person.objectId}` } as const;
    const addressBook = createAddressBook(bot.store);
    await addressBook.forget(ivan);
    await addressBook.miss(ivan, number);
    const { card } = await changesNothingAtAll(() => ask('ivan', { ...refresh(), personal: true }));
    ok(card);
    equal(await addressBook.find(ivan), undefined);
    deepEqual(await addressBook.contact(ivan), { missed: [number] });
  });

  it('leaves the card as it is for people who may not see the claim (R53)', async () => {
    for (const who of ['nils', 'nora', 'stranger']) {
      const { status, text, card } = await changesNothingAtAll(() => ask(who, refresh()));
      equal(status, 200);
      equal(card, undefined);
      equal(text, stays);
    }
    const unknown = await changesNothingAtAll(() =>
      ask('rita', { verb: 'claim.refresh', number: 'C-0000-0000' }),
    );
    equal(unknown.text, stays);
    const broken = await changesNothingAtAll(() => ask('rita', { verb: 'claim.refresh', number: '../x' }));
    equal(broken.text, stays);
  });

  for (const verb of [
    'review.start',
    'review.queue',
    'claim.open',
    'claim.new',
    'help.open',
    'claim.comment',
  ]) {
    it(`“${verb}” that comes without a press does not act`, async () => {
      const version = (await bot.stored.claims())[0]?.version ?? 0;
      const { text, card } = await changesNothingAtAll(() =>
        ask('rita', { verb, number, version, comment: 'Nobody said this.' }),
      );
      equal(card, undefined);
      equal(text, stays);
    });
  }

  it('a message with its verb, which no client sends, changes nothing and is not answered', async () => {
    const activity = bot.activities.submit(inChannel('rita'), {
      id: `${Date.now()}`,
      card: first.activityId,
      value: refresh(),
    });
    equal((await changesNothingAtAll(() => bot.post(activity))).status, 200);
  });

  it('in a personal chat too, the card comes true, and a file goes where it went before', async () => {
    const card = await ana.card();
    match(JSON.stringify(card.content.refresh), /claim\.refresh/);
    const answer = await changesNothingAtAll(() => ask('ana', { ...refresh(), on: card, personal: true }));
    deepEqual(answer.card?.content, card.content);
  });

  it('shows what a colleague has done meanwhile, and no form of theirs', async () => {
    await rita.press(first, 'Start review');
    await settled();
    const raj = await changesNothingAtAll(() => ask('raj', refresh()));
    match(raj.text, /Under review/);
    match(raj.text, /Rita/);
    ok(raj.card?.buttons.includes('Approve'));
    const mine = (await rita.cards(bot.channel)).find(({ activityId }) => activityId === first.activityId);
    ok(mine);
    await rita.press(mine, 'Ask for more');
    const form = (await rita.cards(bot.channel)).find(({ activityId }) => activityId === first.activityId);
    equal(form?.content.refresh, undefined);
    doesNotMatch((await ask('raj', refresh())).text, /What is missing/);
  });

  it('a press on the page that comes by itself does not take the form’s place once it is open', async () => {
    const form = (await rita.cards(bot.channel)).find(({ activityId }) => activityId === first.activityId);
    ok(form);
    match(form.text, /What is missing/);
    await rita.press(form, 'Cancel');
    const shown = (await rita.cards(bot.channel)).find(({ activityId }) => activityId === first.activityId);
    ok(shown?.content.refresh);
    const action = { type: 'Action.Execute', verb: 'claim.refresh', data: refresh() };
    await Promise.all([
      rita.press(shown, 'Ask for more'),
      rita.call('people/rita/press', { activityId: first.activityId, action, trigger: 'automatic' }),
    ]);
    const now = (await rita.cards(bot.channel)).find(({ activityId }) => activityId === first.activityId);
    match(now?.text ?? '', /What is missing/);
  });

  it('a reply in the thread reports one moment and has none', async () => {
    await ana.say(`claim ${number}`);
    await ana.pressNewest('Comment');
    await ana.pressNewest('Send', { comment: 'One more thing.' });
    const reply = await rita.awaitCard(/One more thing[\s\S]*Open the claim/, bot.channel);
    equal(reply.content.refresh, undefined);
  });
});
