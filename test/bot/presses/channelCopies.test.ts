import { deepEqual, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson, SeenCard } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { until } from '../../support/until.ts';
import { doingOf, neverFailed, readAnswer } from '../badInput/answers.ts';

describe('When a press on the channel’s card is nobody else’s concern', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let rita: ChatPerson;
  let number: string;
  let first: SeenCard;

  before(async () => {
    bot = await startBotWithTeams();
    ana = bot.person('ana');
    rita = bot.person('rita');
    number = await fileClaim(ana);
    first = await rita.awaitCard(new RegExp(`${number}[\\s\\S]*New claim from`), bot.channel);
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  /** Presses as this person and returns what they see; everybody else's card must stay. */
  async function leavesTheOthers(who: string, data: Record<string, unknown>): Promise<string> {
    const conversation = bot.roster.conversationOf(bot.channel);
    ok(conversation);
    const action = { type: 'Action.Execute', verb: data.verb, data };
    const doing = { ...doingOf(bot, who), conversation };
    const activity = bot.activities.execute(doing, first.activityId, { action, trigger: 'manual' });
    const { text } = readAnswer(await bot.post(activity));
    const shared = (await rita.cards(bot.channel)).find(({ activityId }) => activityId === first.activityId);
    deepEqual(shared?.content, first.content);
    return text;
  }

  const versionNow = async () => (await bot.stored.claims())[0]?.version ?? 0;

  it('a refusal is the presser’s alone', async () => {
    const stale = { number, version: (await versionNow()) - 1 };
    match(await leavesTheOthers('raj', { verb: 'review.start', ...stale }), /has changed since this card/);
    const current = { number, version: await versionNow() };
    match(await leavesTheOthers('ana', { verb: 'review.start', ...current }), /Only a reviewer can do this/);
  });

  it('so is a form with an error', async () => {
    await bot.person('raj').say(`claim ${number}`);
    await bot.person('raj').pressNewest('Start review');
    first = await rita.awaitCard(new RegExp(`${number}[\\s\\S]*Raj Mehta started the review`), bot.channel);
    const asked = { verb: 'review.requestInformation', number, version: await versionNow(), reasons: '' };
    match(await leavesTheOthers('raj', { ...asked, comment: 'Which dates?' }), /What is missing/);
  });

  it('what the partner does there shows the partner’s side to the partner only (R53)', async () => {
    const said = { verb: 'claim.comment', number, version: await versionNow(), comment: 'We are there.' };
    match(await leavesTheOthers('ana', said), /We are there/);
  });

  it('a take-over there does not remove the form that a colleague is filling in (R98)', async () => {
    const told = () =>
      until(async () => (await bot.stored.waitingAlerts(number)).length === 0, `the alerts of ${number}`);
    await told();
    // The first press is told of the comment.
    for (const seen of [/Take over/, /has changed since[\s\S]*Take over/])
      await rita.press(await rita.awaitCard(seen, bot.channel), 'Take over');
    await told();
    const pressed = await rita.awaitCard(/Rita Svensson has taken it over/, bot.channel);
    await rita.press(pressed, 'Reject');
    first = await rita.awaitCard(/Why is it rejected/, bot.channel);
    const takeOver = { verb: 'review.takeOver', number, version: await versionNow() };
    match(
      await leavesTheOthers('raj', takeOver),
      /Raj Mehta started the review on [^\n]*\n(?![\s\S]*has taken it over)/,
    );
    await told();
    deepEqual((await rita.awaitCard(/Why is it rejected/, bot.channel)).content, first.content);
  });
});
