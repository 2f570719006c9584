import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { createCalendar } from '../../../services/calendar/calendar.ts';
import { writeDigest } from '../../../services/claims/background/digest.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { until } from '../../support/until.ts';

describe('When the reviewers’ morning comes (R79)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let time = Date.parse('2026-11-23T18:00:00.000Z');
  const now = () => new Date(time);
  before(async () => {
    bot = await startBotWithTeams({ now });
  });
  after(() => bot.stop());

  const write = () => writeDigest({ store: bot.store, calendar: createCalendar(), now });
  /** 09:00 in Los Angeles. */
  const morning = (day: string) => {
    time = Date.parse(`${day}T17:00:00.000Z`);
  };
  const digests = async () =>
    (await bot.person('rita').messages(bot.channel)).filter(({ summary }) =>
      /What is due/.test(summary ?? ''),
    );
  const digest = (says: RegExp) => bot.person('rita').awaitCard(says, bot.channel);

  it('tells once what is due next, today, and overdue, and nothing while nothing is', async () => {
    await write();
    const number = await fileClaim(bot.person('ana'));
    morning('2026-11-24');
    ok(await write(), 'a digest is due, though it will be empty');
    await until(async () => (await bot.stored.waitingAlerts('digest')).length === 0, 'the empty digest');
    morning('2026-11-30');
    ok(await write());
    const next = await digest(/What is due[\s\S]*1 due on the next business day/);
    for (const part of [number, 'Fabrikam Consulting', 'Contoso', 'Start by Tue 1 Dec 2026'])
      ok(next.text.includes(part), `${part} is missing from ${next.text}`);
    equal((await digests()).length, 1, 'the empty one was not sent');
    morning('2026-12-01');
    ok(await write());
    equal(await write(), false, 'once a day');
    match((await digest(/What is due[\s\S]*1 due today/)).text, /Due today/);
    morning('2026-12-02');
    ok(await write());
    const late = await digest(/What is due[\s\S]*1 overdue/);
    match(late.text, /Overdue since Tue 1 Dec 2026/);
    const summaries = (await digests()).map(({ summary }) => summary);
    equal(summaries.length, 3);
    match(summaries[2] ?? '', /^What is due: 1 overdue$/);
    doesNotMatch(late.text, /undefined/);
    await bot.person('rita').press(late, `Open ${number}`);
    match((await digest(new RegExp(`${number}[\\s\\S]*Overdue since`))).text, /Start review/);
  });
});
