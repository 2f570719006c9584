import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { personIdOf } from '../../../services/directory/personId.ts';
import type { Contact } from '../../../services/outbox/addressBook.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { doingOf } from '../badInput/answers.ts';

// Asked on Monday, 23 November 2026: the second business day before the end is the Monday after.
const asked = '2026-11-23T18:00:00.000Z';
const tokyoMorning = '2026-11-30T00:00:00.000Z';
const madridMorning = '2026-11-30T08:00:00.000Z';
const centreMorning = '2026-11-30T17:00:00.000Z';

describe('When a deadline comes near (R79)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let time: number;
  let ana: ChatPerson;
  let rita: ChatPerson;
  beforeEach(async () => {
    time = Date.parse(asked);
    bot = await startBotWithTeams({ people: ['ana', 'rita'], now: () => new Date(time) });
    [ana, rita] = [bot.person('ana'), bot.person('rita')];
  });
  afterEach(() => bot.stop());

  /** Says something as Teams hands it over from somewhere else. */
  async function sayFrom(localTimezone: unknown): Promise<void> {
    const activity = bot.activities.text(doingOf(bot, 'ana'), '7001', 'help');
    equal((await bot.post({ ...activity, localTimezone })).status, 200);
  }
  async function askForMore(): Promise<string> {
    const number = await fileClaim(ana);
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Ask for more');
    await rita.pressNewest('Send', { reasons: 'DatesMissingOrOld', comment: 'When?' });
    await ana.awaitCard(/Resubmit/);
    return number;
  }
  const reminders = async () =>
    (await ana.messages()).filter(({ summary }) => /^Answer for/.test(summary ?? '')).length;
  /** How many reminders there are just before an instant, and at it. */
  async function around(instant: string): Promise<[number, number]> {
    const counted: number[] = [];
    for (const at of [Date.parse(instant) - 1000, Date.parse(instant)]) {
      time = at;
      await bot.background.catchUp();
      counted.push(await reminders());
    }
    return counted as [number, number];
  }

  for (const [zone, morning] of [
    ['Asia/Tokyo', tokyoMorning],
    ['Europe/Madrid', madridMorning],
  ] as const) {
    it(`reminds at nine in the zone that the reader’s client says: ${zone}`, async () => {
      await askForMore();
      await sayFrom(zone);
      deepEqual(await around(morning), [0, 1]);
      deepEqual(await around(centreMorning), [1, 1]);
    });
  }

  it('reminds at nine in the centre’s zone who has never said a zone, and rejects at the end (R73)', async () => {
    const number = await askForMore();
    const { tenantId, objectId } = doingOf(bot, 'ana').person;
    const conversation = { pk: `address:${personIdOf(tenantId, objectId)}`, id: 'address' } as const;
    const known = await bot.store.read<Contact<Record<string, string>>>(conversation.pk, conversation.id);
    const { timeZone: _zone, ...address } = known?.body.address ?? {};
    const body = { address };
    await bot.store.batch(conversation.pk, [
      { kind: 'upsert', document: { ...conversation, type: 'address', body } },
    ]);
    deepEqual(await around(madridMorning), [0, 0]);
    deepEqual(await around(centreMorning), [0, 1]);
    time = Date.parse('2026-12-02T08:00:00.000Z');
    await bot.background.catchUp();
    match((await ana.awaitCard(/rejected: no answer in time/)).text, new RegExp(number));
  });

  it('shows what was typed with the refusal when the time to write has passed too (R76, R84)', async () => {
    await askForMore();
    const form = await ana.awaitCard(/Resubmit/);
    time = Date.parse('2027-01-05T18:00:00.000Z');
    await bot.background.catchUp();
    const comment = 'The work was done in *May*.';
    await ana.press(form, 'Resubmit', { comment });
    const refused = (await ana.cards()).find(({ activityId }) => activityId === form.activityId);
    ok(refused);
    match(refused.text, /Rejected[\s\S]*What you typed was not sent:\s+The work was done in \\\*May/);
    equal(refused.inputs.comment, undefined);
  });
});
