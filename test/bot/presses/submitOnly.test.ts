import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson, SeenCard } from '../../support/chatPerson.ts';
import { answered, fileClaim, numberOn } from '../../support/fillIn.ts';
import { neverFailed } from '../badInput/answers.ts';

// Above 200 lines: one story, as two people live it.

describe('When everybody’s client knows Action.Submit only', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let rita: ChatPerson;

  before(async () => {
    bot = await startBotWithTeams();
    ana = bot.person('ana', 'Action.Submit');
    rita = bot.person('rita', 'Action.Submit');
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  const again = async (person: ChatPerson, { activityId }: SeenCard, place?: string): Promise<SeenCard> => {
    const found = (await person.cards(place)).find((card) => card.activityId === activityId);
    ok(found);
    return found;
  };

  /** Presses, and shows that the card has been updated where it stands: no card has been added. */
  async function inPlace(
    person: ChatPerson,
    title: string | RegExp,
    typed: Record<string, string> = {},
  ): Promise<SeenCard> {
    const on = await person.card();
    const before = (await person.cards()).length;
    await person.press(on, title, typed);
    equal((await person.cards()).length, before, `“${title}” added a card`);
    return await again(person, on);
  }

  const eventsOf = async (number: string) =>
    (await bot.stored.history(number)).map(({ event }) => event.kind);
  describe('and a claim goes its whole way in the personal chats', () => {
    let number: string;

    it('the partner files it on one card, with an error and a way back, and loses nothing', async () => {
      await ana.say('new claim');
      const wrong = { ...answered.customer, customerTenantId: '84a4f1ad' };
      const error = await inPlace(ana, 'Next', wrong);
      match(error.text, /not a valid ID/);
      equal(error.inputs.customerTenantId, '84a4f1ad');
      equal(error.inputs.customerDomain, answered.customer.customerDomain);
      await inPlace(ana, 'Next', answered.customer);
      await inPlace(ana, 'Next', answered.activity);
      const back = await inPlace(ana, 'Back', { claimName: 'Half a na' });
      match(back.text, /What did you do for them/);
      const forward = await inPlace(ana, 'Next');
      equal(forward.inputs.claimName, 'Half a na');
      await inPlace(ana, 'Next', answered.name);
      await inPlace(ana, 'Next', answered.lines);
      await inPlace(ana, 'Next', answered.contacts);
      await ana.attach('statement-of-work.pdf', '%PDF-1.7 signed by Cleo Park');
      await inPlace(ana, 'Next');
      const review = await inPlace(ana, 'Next', { comment: 'All is signed.' });
      number = numberOn(review);
      const submitted = await inPlace(ana, 'Submit');
      match(submitted.text, /Submitted: now with the reviewers/);
      deepEqual((await eventsOf(number)).slice(0, 1), ['DraftCreated']);
      equal((await eventsOf(number)).filter((event) => event === 'ClaimSubmitted').length, 1);
    });

    it('the reviewer starts, asks with an error first, and the partner is told', async () => {
      await rita.say(`claim ${number}`);
      match((await inPlace(rita, 'Start review')).text, /Under review/);
      match((await inPlace(rita, 'Ask for more')).text, /What is missing/);
      const error = await inPlace(rita, 'Send', { comment: 'Which dates?' });
      match(error.text, /What is missing/);
      equal(error.inputs.comment, 'Which dates?');
      await inPlace(rita, 'Send', { reasons: 'DatesMissingOrOld', comment: 'Which dates?' });
      match((await ana.awaitCard(/The reviewer needs more/)).text, /Which dates\?/);
    });

    it('the partner answers, pressing twice, and it is sent once', async () => {
      const asked = await ana.awaitCard(/The reviewer needs more/);
      await inPlace(ana, 'Resubmit');
      equal((await eventsOf(number)).includes('ClaimResubmitted'), false);
      const form = await again(ana, asked);
      const answer = { comment: 'From May to July.' };
      await Promise.all([1, 2].map(() => ana.press(form, 'Resubmit', answer)));
      match((await again(ana, asked)).text, /Sent back to the reviewers/);
      equal((await eventsOf(number)).filter((event) => event === 'ClaimResubmitted').length, 1);
    });

    it('opens a proof file on the card', async () => {
      await rita.say(`claim ${number}`);
      const shown = await inPlace(rita, /^Open statement/);
      match(shown.text, /The link works for 5 minutes/);
      match(JSON.stringify(shown.content), /"type":"Action\.OpenUrl"/);
    });

    it('history, lists and help take the card’s place, and lead back', async () => {
      await rita.say(`claim ${number}`);
      match((await inPlace(rita, 'History')).text, /From May to July/);
      await inPlace(rita, 'Back to the claim');
      match((await inPlace(rita, 'Review queue')).text, new RegExp(number));
      match((await inPlace(rita, `Open ${number}`)).text, /Start review/);
      await rita.say('review queue');
      match((await inPlace(rita, 'Help')).text, /What you can type/);
      match((await inPlace(rita, 'Review queue')).text, new RegExp(number));
      await ana.say('my claims');
      match((await inPlace(ana, `Open ${number}`)).text, /Sent back to the reviewers/);
    });

    it('a look at something else leaves the form on which something is typed', async () => {
      await rita.say(`claim ${number}`);
      await inPlace(rita, 'Start review');
      const form = await inPlace(rita, 'Ask for more');
      await rita.press(form, 'History', { comment: 'Half a ques' });
      match((await again(rita, form)).text, /What is missing/);
      notEqual((await rita.card()).activityId, form.activityId);
      await rita.press(form, 'Cancel');
    });

    it('rejects only once it has been confirmed, and goes back without losing a word', async () => {
      await rita.say(`claim ${number}`);
      await inPlace(rita, 'Reject');
      const reason = { reason: 'InsufficientProof', comment: 'The plan is not signed.' };
      const asked = await inPlace(rita, 'Reject …', reason);
      match(asked.text, /Reject this claim\?/);
      equal((await eventsOf(number)).includes('ClaimRejected'), false);
      const back = await inPlace(rita, 'Back');
      equal(back.inputs.comment, reason.comment);
      await inPlace(rita, 'Reject …');
      match((await inPlace(rita, 'Reject')).text, /Rejected/);
      match((await ana.awaitCard(/The plan is not signed/)).text, /Rejected/);
    });

    it('approves, and both see it', async () => {
      const second = await fileClaim(ana, { lines: { lines: 'onedrive' } });
      await rita.say(`claim ${second}`);
      await inPlace(rita, 'Start review');
      match((await inPlace(rita, 'Approve')).text, /Approve this claim/);
      match((await inPlace(rita, 'Approve')).text, /Approved/);
      match((await ana.awaitCard(new RegExp(`${second}[\\s\\S]*Approved`))).text, /not mean paid/);
      deepEqual(await eventsOf(second), ['DraftCreated', 'ClaimSubmitted', 'ReviewStarted', 'ClaimApproved']);
    });
  });
});
