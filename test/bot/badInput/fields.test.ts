import { equal, match, notEqual, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { answered, fillInTo } from '../../support/fillIn.ts';
import { pastedAnswers, wrongAnswers } from '../../support/typedAnswers.ts';
import { changesNothing, holds, neverFailed } from './answers.ts';

/** One of each step: all that can be wrong is tested where the card is (`test/cards/filing/wrongAnswers.test.ts`). */
const oneOfEachStep = [
  'two domains in one field',
  'an activity of the other area',
  'a claim name of 101 characters',
  'a product among workloads',
  'an e-mail address without a host',
];
const wrong = wrongAnswers.filter(({ what }) => oneOfEachStep.includes(what));
const pasted = pastedAnswers.filter(({ field }) => /TenantId|email/.test(field));
ok(wrong.length === oneOfEachStep.length && pasted.length > 1);

describe('When a field of the form is filled in wrongly', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;

  before(async () => {
    bot = await startBotWithTeams();
    ana = bot.person('ana');
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  for (const { what, at, typed, says } of wrong) {
    it(`${what}: says so at the field and keeps what was typed (R43)`, async () => {
      const card = await fillInTo(ana, at);
      await ana.press(card, 'Next', { ...answered[at], ...typed });
      const again = await ana.card();
      equal(again.text.split('\n')[0], card.text.split('\n')[0], 'the step stays');
      match(again.text, says);
      holds(again, { ...answered[at], ...typed });
      await ana.press(again, 'Next', answered[at]);
      ok((await ana.card()).text.split('\n')[0] !== card.text.split('\n')[0], 'goes on once it is right');
    });
  }

  for (const { what, at, field, typed, stands } of pasted) {
    it(`${what}: is understood, and stands put right in the input and on the review`, async () => {
      const card = await fillInTo(ana, at);
      await ana.press(card, 'Next', { ...answered[at], [field]: typed });
      notEqual((await ana.card()).text.split('\n')[0], card.text.split('\n')[0], 'it goes on');
      await ana.pressNewest('Back');
      holds(await ana.card(), { [field]: stands });
    });
  }

  it('what was pasted stands put right beside the errors of the others (R43), and on the review (R24)', async () => {
    const card = await fillInTo(ana, 'customer');
    const typed = { customerDomain: 'HTTPS://Contoso.com/', customerTenantId: '{84a4}' };
    await ana.press(card, 'Next', { ...answered.customer, ...typed });
    holds(await ana.card(), { ...typed, customerDomain: 'contoso.com' });
    const review = await fillInTo(ana, 'review', { customer: { customerDomain: 'cleo@Contoso.com' } });
    match(review.text, /^contoso\.com$/m);
  });

  it('makes no draft before the first step is right', async () => {
    await changesNothing(bot, async () => {
      const card = await fillInTo(ana, 'customer');
      await ana.press(card, 'Next', { ...answered.customer, customerDomain: 'contoso.com, fabrikam.com' });
    });
  });

  it('names every wrong field in one pass (R43)', async () => {
    const card = await fillInTo(ana, 'customer');
    await ana.press(card, 'Next', { mpnId: '', customerDomain: 'a b', customerTenantId: 'x' });
    const { text } = await ana.card();
    match(text, /Please choose/);
    match(text, /This is not a domain/);
    match(text, /not a valid ID/);
  });

  for (const length of [4001, 5000, 50_000]) {
    it(`${length} characters in one field: a message says so, and card and draft stay as they are`, async () => {
      const card = await fillInTo(ana, 'name');
      await changesNothing(bot, async () => {
        const outcome = await ana.press(card, 'Next', { claimName: 'n'.repeat(length) });
        match(JSON.stringify(outcome), /"outcome":"message"/);
        match(
          JSON.stringify(outcome),
          new RegExp(
            `That is too much text for one card: .* ${length} of them in the field that begins with “n{39}…”`,
          ),
        );
      });
      equal(JSON.stringify(await ana.card()), JSON.stringify(card));
    });
  }

  it('keeps what is wrong in the draft when going back, and takes no claim with it (R24)', async () => {
    const card = await fillInTo(ana, 'contacts');
    await ana.press(card, 'Back', { ...answered.contacts, 'customerContact.email': 'cleo@contoso' });
    await ana.pressNewest('Next', answered.lines);
    holds(await ana.card(), { 'customerContact.email': 'cleo@contoso', 'customerContact.name': 'Cleo Park' });
    await ana.pressNewest('Next');
    match((await ana.card()).text, /The part after “@” is not complete/);
  });
});
