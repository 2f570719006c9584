import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson, Client, SeenCard } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { neverFailed } from '../badInput/answers.ts';

// Asked on Monday, 23 November 2026: the answer is due at the end of 1 December, the dispute at that of 31 December.
const asked = '2026-11-23T18:00:00.000Z';
const expired = '2026-12-02T08:00:00.000Z';
const over = '2027-01-05T18:00:00.000Z';

const clients: readonly Client[] = ['Action.Execute', 'Action.Submit'];
for (const client of clients) {
  describe(`When “Edit claim” is pressed on a request that has run out (R70, R73), by ${client}`, function () {
    this.timeout(60_000);
    let bot: BotWithTeams;
    let ana: ChatPerson;
    let time: number;
    beforeEach(async () => {
      time = Date.parse(asked);
      bot = await startBotWithTeams({ people: ['ana', 'rita'], now: () => new Date(time) });
      ana = bot.person('ana', client);
    });
    afterEach(async () => {
      await neverFailed(bot);
      await bot.stop();
    });

    /** The card of the request, while its claim has run out. */
    async function outdated(): Promise<SeenCard> {
      const rita = bot.person('rita');
      const number = await fileClaim(ana);
      await rita.say(`claim ${number}`);
      await rita.pressNewest('Start review');
      await rita.pressNewest('Ask for more');
      await rita.pressNewest('Send', { reasons: 'DatesMissingOrOld', comment: 'When?' });
      const request = await ana.awaitCard(/Resubmit/);
      time = Date.parse(expired);
      await bot.background.catchUp();
      await ana.awaitCard(/rejected: no answer in time/);
      return request;
    }
    const pressed = async ({ activityId }: SeenCard): Promise<SeenCard> => {
      const found = (await ana.cards()).find((card) => card.activityId === activityId);
      ok(found);
      return found;
    };

    for (const comment of ['', 'It was in May.']) {
      it(`turns the pressed card into the present state${comment && ', with what was typed on it as a comment'}`, async () => {
        const request = await outdated();
        const count = (await ana.cards()).length;
        await ana.press(request, 'Edit claim', { comment });
        const present = await pressed(request);
        match(present.text, /The claim is now “Rejected”[\s\S]*no answer in time/);
        deepEqual(present.inputs, comment ? { comment } : {});
        equal(present.buttons.includes('Resubmit'), false);
        equal(present.buttons.includes('Send') || present.buttons.includes('Send'), comment !== '');
        equal((await ana.cards()).length, count, 'no second card');
      });
    }

    it('leaves it with what is typed on it once nothing can be written any more', async () => {
      const request = await outdated();
      time = Date.parse(over);
      await bot.background.catchUp();
      await ana.press(request, 'Edit claim', { comment: 'It was in May.' });
      ok((await pressed(request)).buttons.includes('Resubmit'));
      match((await ana.card()).text, /The claim is now “Rejected”/);
      doesNotMatch((await ana.card()).text, /Your (comment|reply)/);
    });
  });
}
