import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { wordsFor } from '../../../cards/text/words.ts';
import { claimId } from '../../../services/claims/documents.ts';
import { alertId } from '../../../services/domain/alert.ts';
import { aPdf } from '../../support/aPdf.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { type Filed, submitByChat } from '../../support/fileByChat.ts';
import { contosoTenant, fillInTo } from '../../support/fillIn.ts';
import { until } from '../../support/until.ts';

// Above 200 lines: one long story of two competing partners, and everything that each can see of it.

/** What one partner brings into the story that the other must never read (R53). */
interface Side {
  readonly id: string;
  readonly filed: Filed;
  readonly proof: string;
  readonly answer: string;
  readonly comment: string;
  /** Everything that gives the partner away, beside its claim's number. */
  readonly secrets: readonly string[];
}

const fabrikam: Side = {
  id: 'ana',
  filed: {
    mpnId: '4512087',
    claimName: 'Blue heron rollout',
    file: 'heron-statement.pdf',
    comment: 'The heron has landed.',
    'partnerContact.name': 'Hera Vogel',
    'partnerContact.email': 'hera@heron.example',
  },
  proof: 'heron-page-three.pdf',
  answer: 'Heron page three is signed.',
  comment: 'A heron waits for you.',
  secrets: ['fabrikam', 'ana ruiz', '4512087', 'heron', 'hera vogel', 'seattle'],
};
const northwind: Side = {
  id: 'nils',
  filed: {
    mpnId: '6104418',
    claimName: 'Grey walrus adoption',
    file: 'walrus-statement.pdf',
    comment: 'Walrus work is done.',
    'partnerContact.name': 'Walter Russ',
    'partnerContact.email': 'walter@walrus.example',
  },
  proof: 'walrus-report.pdf',
  answer: 'The walrus report is dated.',
  comment: 'A walrus asks how it goes.',
  secrets: ['northwind', 'nils berg', '6104418', 'walrus', 'walter russ', 'chicago'],
};
/** Words that would reveal that a competing claim exists at all. */
const rivalWords = ['rival', 'competing', 'competitor', 'another partner', 'other partner', 'contested'];
/** Help is the same for everybody at any time, whoever has claimed what: its line about competing claims tells nothing. */
const help = [wordsFor({ locale: 'en' })('topic.competing.title').toLowerCase(), '"topic":"competing"'];
const withoutHelp = (text: string): string => help.reduce((left, words) => left.replaceAll(words, ''), text);

describe('When two partners compete for one workload from beginning to end (R53)', function () {
  this.timeout(90_000);
  let bot: BotWithTeams;
  let rita: ChatPerson;
  const seen: Record<string, string[]> = { ana: [], nils: [] };
  const numbers: Record<string, string> = {};

  const personOf = ({ id }: Side) => bot.person(id);
  const other = (side: Side) => (side === fabrikam ? northwind : fabrikam);
  const rivalOf = (side: Side): readonly string[] => {
    const rival = other(side);
    return [...rival.secrets, (numbers[rival.id] ?? 'no number yet').toLowerCase()];
  };

  /** Writes down all that stands in both partners' chats: later moves change the cards. */
  async function look(): Promise<void> {
    const topics = [...Object.values(numbers), `${contosoTenant}/workload:exchange-online`];
    for (const topic of topics)
      await until(async () => (await bot.stored.waitingAlerts(topic)).length === 0, `alerts of ${topic}`);
    for (const side of [fabrikam, northwind])
      seen[side.id]?.push(JSON.stringify(await personOf(side).messages()));
  }

  async function submit(side: Side): Promise<void> {
    numbers[side.id] = await submitByChat(personOf(side), side.filed);
    await look();
  }

  /** What a reviewer presses on the claim, one after another. */
  async function review(
    side: Side,
    ...presses: readonly (string | readonly [string, object])[]
  ): Promise<void> {
    await rita.say(`claim ${numbers[side.id]}`);
    for (const pressed of presses) {
      const [title, typed] = typeof pressed === 'string' ? [pressed, {}] : pressed;
      await rita.pressNewest(title, { ...typed });
      await look();
    }
  }

  const asking = { reasons: 'DatesMissingOrOld', comment: 'Please date it.' };
  const rejecting = { reason: 'InsufficientProof', comment: 'The dates are too old.' };

  async function answer(side: Side): Promise<void> {
    const person = personOf(side);
    const asked = await person.awaitCard(/The reviewer needs more/);
    await person.attach(side.proof, aPdf(`Proof ${side.id}`));
    await look();
    await person.press(asked, 'Resubmit …');
    await look();
    await person.pressNewest('Resubmit', { comment: side.answer });
    await look();
  }

  /** Opens whatever a partner can open. */
  async function openEverything(side: Side): Promise<void> {
    const person = personOf(side);
    for (const words of ['my claims', `claim ${numbers[side.id]}`, 'help']) {
      await person.say(words);
      await look();
    }
    await person.say(`claim ${numbers[side.id]}`);
    await person.pressNewest('History');
    for (let card = await person.card(); card.buttons.includes('Older'); card = await person.card()) {
      await look();
      await person.pressNewest('Older');
    }
    await look();
  }

  before(async () => {
    bot = await startBotWithTeams();
    rita = bot.person('rita');
    await submit(fabrikam);
    await submit(northwind);
    for (const side of [fabrikam, northwind])
      await review(side, 'Start review', 'Ask for more', ['Send', asking]);
    for (const side of [fabrikam, northwind]) {
      const person = personOf(side);
      const asked = await person.awaitCard(/The reviewer needs more/);
      await person.press(asked, 'Only reply', { comment: side.comment });
      await look();
      await person.pressNewest('Send');
      await look();
    }
    await answer(fabrikam);
    await answer(northwind);
    // The approval is refused, because the competing claim waits for its review: only the reviewer reads why.
    await review(fabrikam, 'Start review', 'Approve');
    await review(northwind, 'Start review', 'Reject', ['Reject …', rejecting], 'Reject');
    await review(fabrikam, 'Approve', 'Approve');
    await personOf(northwind).awaitCard(/Your claim was rejected/);
    await personOf(fabrikam).awaitCard(/Your claim is approved/);
    await openEverything(fabrikam);
    await openEverything(northwind);
  });
  after(() => bot.stop());

  it('reviewers saw both sides on one card, so the story really happened', async () => {
    const channel = JSON.stringify(await rita.messages(bot.channel)).toLowerCase();
    for (const side of [fabrikam, northwind])
      ok(side.secrets.slice(0, 1).every((word) => channel.includes(word)));
    match(channel, /competing claims/);
    for (const side of [fabrikam, northwind]) {
      ok((seen[side.id]?.length ?? 0) > 20, 'looked often');
      const own = seen[side.id]?.join('\n').toLowerCase() ?? '';
      for (const word of side.secrets)
        ok(own.includes(word) || word === 'seattle' || word === 'chicago', word);
      ok(own.includes('arbitration'), 'the general sentence was read');
    }
  });

  for (const side of [fabrikam, northwind]) {
    it(`nothing in ${side.id}’s chat, at any moment, came from the other side`, () => {
      for (const [moment, screen] of (seen[side.id] ?? []).entries()) {
        const text = withoutHelp(screen.toLowerCase());
        const found = [...rivalOf(side), ...rivalWords].filter((word) => text.includes(word));
        deepEqual(found, [], `at moment ${moment}`);
      }
    });

    it(`nothing stored for ${side.id}’s claim came from the other side: claim, comments, history, alerts`, async () => {
      const number = numbers[side.id] ?? '';
      const claim = await bot.store.read<{ version: number }>(contosoTenant, claimId(number));
      ok(claim);
      const history = await bot.stored.history(number);
      ok(history.length > 6);
      const alerts = await Promise.all(
        Array.from({ length: claim.body.version }, (_, at) =>
          bot.store.read(contosoTenant, alertId(number, at + 1)),
        ),
      );
      const kept = alerts.filter((alert) => alert !== undefined);
      ok(kept.length > 4);
      const all = JSON.stringify([claim.body, history, kept.map(({ body }) => body)]).toLowerCase();
      deepEqual(
        [...rivalOf(side), ...rivalWords].filter((word) => all.includes(word)),
        [],
      );
    });
  }

  it('the number of a competing claim opens nothing, however somebody got it', async () => {
    for (const side of [fabrikam, northwind]) {
      const person = personOf(side);
      await person.say(`claim ${numbers[other(side).id]}`);
      match(await person.lastText(), /no such claim that you can see/);
    }
  });
});

describe('When a competing claim is under way, and one’s own is not submitted yet (R53, D5)', function () {
  this.timeout(60_000);

  /** Every card on the way to the review and the page of one's claims, without what differs each time. */
  async function filing(withRival: boolean): Promise<string[]> {
    const bot = await startBotWithTeams();
    try {
      if (withRival) {
        const number = await submitByChat(bot.person('nils'), northwind.filed);
        const rita = bot.person('rita');
        await rita.press(
          await rita.awaitCard(new RegExp(`${number}[^]*New claim`), bot.channel),
          'Start review',
        );
      }
      const ana = bot.person('ana');
      await fillInTo(ana, 'review', { lines: { lines: 'exchange-online' } });
      const messages = await ana.messages();
      await ana.say('my claims');
      const texts = [...messages.map(({ attachments, text }) => JSON.stringify([attachments, text]))];
      texts.push((await ana.card()).text);
      return texts.map((text) =>
        text
          .replaceAll(/C-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'C-…')
          .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'at')
          .replaceAll(/[0-9a-f]{32}/g, 'id'),
      );
    } finally {
      await bot.stop();
    }
  }

  it('the form looks exactly as it does when there is no competing claim', async () => {
    const [alone, together] = [await filing(false), await filing(true)];
    equal(alone.length, together.length);
    deepEqual(together, alone);
  });
});
