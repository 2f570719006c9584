import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { fileClaim } from '../../support/fillIn.ts';

describe('When a partner looks through its claims in Teams (R68)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  const numbers: string[] = [];
  before(async () => {
    bot = await startBotWithTeams();
    for (let index = 0; index < 12; index += 1) numbers.push(await fileClaim(bot.person('ana')));
  });
  after(() => bot.stop());

  const shown = (text: string) => numbers.filter((number) => text.includes(number));

  it('narrows the list on its own card, keeps that while paging, and drops it on a press', async () => {
    const ana = bot.person('ana');
    await ana.say('my claims');
    const list = await ana.card();
    await ana.press(list, 'Filter', { filterStatus: 'Submitted', filterCustomer: 'contoso' });
    const first = await ana.card();
    equal(first.activityId, list.activityId, 'in its place');
    match(first.text, /Only: Submitted · customer: contoso/);
    await ana.press(first, 'More claims', { filterStatus: 'Submitted', filterCustomer: 'contoso' });
    const second = await ana.card();
    equal(second.activityId, list.activityId, 'what stands in a filter is not lost text');
    match(second.text, /Only: Submitted · customer: contoso/);
    deepEqual([...shown(first.text), ...shown(second.text)].sort(), numbers.toSorted());
    match(first.text, /Claims 1 to 10(?! ·)/);
    match(second.text, /Claims 11 to 12 · last page/);
    ok(!first.buttons.includes('First page'));
    await ana.press(second, 'First page');
    const again = await ana.card();
    deepEqual(shown(again.text), shown(first.text), 'narrowed as before');
    match(again.text, /Only: Submitted · customer/);
    ok(!again.buttons.includes('First page'));
    await ana.press(second, 'Show all');
    const all = await ana.card();
    doesNotMatch(all.text, /Only:/);
    equal(shown(all.text).length, 10);
  });

  it('says that nothing matches, with the filter still there to change', async () => {
    const ana = bot.person('ana');
    await ana.say('my claims');
    await ana.pressNewest('Filter', { filterStatus: 'Approved', filterCustomer: 'nobody' });
    const none = await ana.card();
    match(none.text, /No claims match/);
    ok(none.buttons.includes('Show all'));
    equal(none.inputs.filterCustomer, 'nobody');
    await ana.pressNewest('Filter', { filterStatus: 'all', filterCustomer: ' ' });
    equal(shown((await ana.card()).text).length, 10, 'an empty filter is none');
  });

  it('answers a customer that is too long at its field, and keeps what was typed', async () => {
    const ana = bot.person('ana');
    const long = 'contoso'.repeat(500);
    await ana.say('my claims');
    await ana.pressNewest('Filter', { filterStatus: 'Submitted', filterCustomer: long });
    const card = await ana.card();
    match(card.text, /3,?500/);
    match(card.text, /Only: Submitted/);
    equal(card.inputs.filterCustomer, long);
    equal(card.inputs.filterStatus, 'Submitted');
    await ana.press(card, 'More claims');
    equal(shown((await ana.card()).text).length, 2, 'the next page can be had');
    for (const filterStatus of ['all', 'Submitted']) {
      await ana.say('my claims');
      const typed = `contoso${'x'.repeat(254)}`;
      await ana.pressNewest('Filter', { filterStatus, filterCustomer: typed });
      const refused = await ana.card();
      match(refused.text, /Too long: 261 characters/);
      equal(refused.inputs.filterCustomer, typed);
    }
  });

  it('goes through the queue and back as well', async () => {
    const rita = bot.person('rita');
    await rita.say('queue');
    await rita.pressNewest('More claims');
    match((await rita.card()).text, /Claims 11 to 12 · last page/);
    await rita.pressNewest('First page');
    match((await rita.card()).text, /Claims 1 to 10/);
  });

  it('goes through a long history in both directions on one card (R96)', async () => {
    const ana = bot.person('ana');
    const number = numbers[0] ?? '';
    for (let index = 0; index < 38; index += 1) {
      await ana.say(`claim ${number}`);
      await ana.pressNewest('Comment');
      await ana.pressNewest('Send', { comment: `Word ${index}.` });
    }
    await ana.pressNewest('History');
    const newest = await ana.card();
    const words = (text: string) => [...text.matchAll(/Word (\d+)\./g)].map(([, index]) => Number(index));
    equal(words(newest.text)[0], 37);
    ok(!newest.buttons.includes('Newer'));
    await ana.pressNewest('Older');
    const middle = await ana.card();
    equal(words(middle.text)[0], 22);
    await ana.pressNewest('Older');
    match((await ana.card()).text, /Claim submitted[\s\S]*From Editing to Submitted/);
    await ana.pressNewest('Newer');
    deepEqual(words((await ana.card()).text), words(middle.text));
    equal((await ana.card()).activityId, newest.activityId);
  });
});
