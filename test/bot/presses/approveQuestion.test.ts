import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import type { AdaptiveCardContent } from '../../../cards/kit/card.ts';
import { inLanes } from '../../cards/official.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';

describe('When a reviewer approves (D15)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  before(async () => {
    bot = await startBotWithTeams();
  });
  after(() => bot.stop());

  /** A claim under review, on the card in Rita's own chat. */
  async function underReview(line: string): Promise<{ ana: ChatPerson; rita: ChatPerson; number: string }> {
    const [ana, rita] = ['ana', 'rita'].map((id) => bot.person(id));
    ok(ana && rita);
    const number = await fileClaim(ana, { lines: { lines: line } });
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    return { ana, rita, number };
  }

  const stored = async (number: string) =>
    (await bot.stored.claims()).find((claim) => claim.number === number);

  it('is asked once, with what is approved and the files not opened; opening one keeps the question', async () => {
    const { ana, rita, number } = await underReview('teams');
    await rita.pressNewest('Approve');
    const question = await rita.card();
    match(question.text, /Approve this claim\?[\s\S]*Contoso[\s\S]*Teams/);
    match(question.text, /You have not opened its file/);
    equal((await stored(number))?.status, 'UnderReview', 'nothing is decided yet');

    const words = 'Thank you for the clear plan.';
    await rita.press(question, /^Open /, { comment: words });
    const opened = await rita.card();
    match(opened.text, /Approve this claim\?[\s\S]*You have opened its file/);
    equal(opened.inputs.comment, words, 'what was typed stays');
    await rita.press(opened, 'Approve');
    match((await rita.card()).text, /Approved[\s\S]*Thank you for the clear plan/);
    const told = await ana.awaitCard(/Your claim is approved[\s\S]*Thank you for the clear plan/);
    ok(told);
    await ana.say(`claim ${number}`);
    await ana.pressNewest('History');
    match((await ana.card()).text, /Claim approved[\s\S]*Thank you for the clear plan/);
  });

  it('goes back with Cancel, and an old question approves nothing that has changed since', async () => {
    const { ana, rita, number } = await underReview('sharepoint-online');
    await rita.pressNewest('Approve');
    const question = await rita.card();
    await rita.press(question, 'Cancel');
    match((await rita.card()).text, /started the review/);
    await ana.say(`claim ${number}`);
    await ana.pressNewest('Comment');
    await ana.pressNewest('Send', { comment: 'Please wait, the plan is for next year.' });
    await rita.press(question, 'Approve', { comment: 'Fine.' });
    const after = await rita.card();
    match(after.text, /has changed[\s\S]*Approve this claim\?/);
    equal(after.inputs.comment, 'Fine.');
    equal((await stored(number))?.status, 'UnderReview');
    // The second press at the same place meets nothing: it is offered on the left now.
    deepEqual(inLanes(after.content as AdaptiveCardContent).right, []);
    await rita.press(after, 'Approve');
    equal((await stored(number))?.status, 'Approved');
  });

  it('refuses a comment that is too long at its input, and keeps the question', async () => {
    const { rita, number } = await underReview('onedrive');
    await rita.pressNewest('Approve');
    await rita.pressNewest('Approve', { comment: 'x'.repeat(2001) });
    match((await rita.card()).text, /Approve this claim\?[\s\S]*Too long/);
    equal((await stored(number))?.status, 'UnderReview');
    await rita.pressNewest('Approve', { comment: '' });
    const claim = await stored(number);
    equal(claim?.status, 'Approved');
    deepEqual(claim && 'comments' in claim ? claim.comments : undefined, []);
    doesNotMatch((await rita.card()).text, /Approve this claim/);
  });
});
