import { equal, match, ok } from 'node:assert/strict';
import { onEachEngine } from '../support/engines.ts';
import { submitByChat } from '../support/fileByChat.ts';
import { textOf } from '../support/textOf.ts';
import { oneStory, stageForSuite } from './stage.ts';
import { customerDomain, customerTenantId, left, readsInOrder, type Story, t } from './storyOfAClaim.ts';

onEachEngine('The story of a claim whose partner stays silent', function (engine) {
  this.timeout(90_000);
  oneStory();
  const stage = stageForSuite(engine);
  const story: Story = {};
  const typed = 'We are still waiting for the signature.';

  before(async () => {
    story.number = await submitByChat(stage.offStage.ana, { mpnId: '4512087', lines: 'teams' });
    const card = await stage.rita.asks(`claim ${story.number}`);
    await card.press(t('review.start'));
    await card.press(t('review.ask'));
    await card.choose('reasons', /Dates/);
    await card.type({ comment: 'The plan on page 2 has no dates.' });
    await card.press(t('ask.send'));
    await stage.ana.card(t('partner.PartnerActionRequired'));
  });

  const shown = (testId: string) => stage.page.getByTestId(testId);
  /** Presses a button of the header, waits until all that is due then has been done, and says what the page says. */
  async function jump(to: 'businessDay' | 'week' | 'deadline'): Promise<string> {
    await shown(`jump-${to}`).click();
    await stage.page.locator('.clock[aria-busy=false]').waitFor();
    return await textOf(shown('program-note'));
  }
  const programTime = () => textOf(shown('program-time'));
  /** The cards in Ana's chat on which an answer can be typed: the question, and each reminder of it. */
  const asking = () => stage.ana.chat.getByTestId('message').filter({ hasText: 'Resubmit' });

  it('shows what time it is for the program, in the centre’s zone, and that it is the real time (R78)', async () => {
    match(await programTime(), /^\w{3} \d{1,2} \w{3,4} \d{4}, \d\d:\d\d Pacific$/);
    equal(await textOf(shown('program-ahead')), '');
    equal(await asking().count(), 1);
  });

  it('moves on to the first reminder, and nothing that is half typed is lost (R79)', async () => {
    const first = await stage.ana.card(t('partner.PartnerActionRequired'));
    await first.type({ comment: typed });
    match(await jump('deadline'), new RegExp(`${left(story.number)}: the morning of a reminder`));
    await asking().nth(1).waitFor();
    match(await textOf(shown('program-ahead')), /^\d+ (day|hour)s? ahead$/);
    equal(await first.textInput('comment').inputValue(), typed);
    await stage.picture('70-first-reminder');
  });

  it('moves on to the second, on the next business day', async () => {
    await jump('deadline');
    await asking().nth(2).waitFor();
    equal(await asking().count(), 3);
  });

  it('moves on to the deadline: the claim is rejected for “no answer”, and the partner reads so (R73)', async () => {
    match(await jump('deadline'), /the partner’s time to answer is over/);
    match(await programTime(), /, 00:0\d Pacific$/);
    const card = await stage.ana.card(t('partner.Expired'));
    const text = await card.text();
    match(text, new RegExp(left(story.number)));
    match(text, /No answer in time/);
    await stage.picture('71-rejected-without-an-answer');
    story.card = card;
  });

  it('shows the rejection to the reviewers, on the claim’s card in their channel (R99)', async () => {
    const { rita } = stage;
    await rita.openChannel();
    const card = await rita.card(/did not answer in time/, rita.channel);
    match(await card.text(), new RegExp(left(story.number)));
    await stage.picture('72-the-reviewers-see-it');
  });

  it('has the rejection in its history, made by the system itself (R96)', async () => {
    const card = left(story.card);
    await card.press('History');
    readsInOrder(await card.text(), [
      'Claim rejected: No answer in time',
      'CPOR Claims',
      t('history.InformationRequested'),
      'Rita Svensson',
      'Claim submitted',
    ]);
    await stage.picture('73-history-of-silence');
  });

  it('moves on to the digest before a review is due, and to the day it is overdue (R79, D10)', async () => {
    const { rita } = stage;
    const number = await submitByChat(stage.offStage.nils, { mpnId: '6104418', lines: 'intune' });
    match(await jump('deadline'), /digest/);
    match(await programTime(), /, 09:0\d Pacific$/);
    const digest = await rita.card(t('digest.title'), rita.channel);
    match(await digest.text(), new RegExp(`next business day[\\s\\S]*${number}`));
    await jump('deadline');
    match(await jump('deadline'), new RegExp(`${number}: the reviewers’ deadline has passed`));
    await jump('deadline');
    match(
      await (await rita.card(/What is due[\s\S]*Overdue since/, rita.channel)).text(),
      new RegExp(number),
    );
    // The card in sight says so by itself (D10).
    await (await stage.nils.card(new RegExp(number))).says(/The review was due to begin by/);
    await stage.picture('74-overdue');
  });

  it('goes to the next business day, and by a week, while a form is half filled in: it goes on as it stood', async () => {
    const { nils } = stage;
    const form = await nils.asks('new claim');
    await form.choose('mpnId', /6104418/);
    await form.type({ customerDomain });
    equal(await jump('businessDay'), '');
    match(await programTime(), /, 09:0\d Pacific$/);
    equal(await jump('week'), '');
    equal(await form.textInput('customerDomain').inputValue(), customerDomain);
    await form.type({ customerTenantId });
    await form.press('Next');
    await form.says(t('step.activity'));
  });

  it('keeps the program’s time when the page is opened anew, and its days in their order', async () => {
    await stage.nils.asks('my claims');
    const before = await programTime();
    await stage.page.reload();
    await shown('program-ahead')
      .getByText(/days ahead/)
      .waitFor();
    equal((await programTime()).slice(0, 15), before.slice(0, 15));
    const days = await stage.ana.chat.locator('.day').allInnerTexts();
    equal(new Set(days).size, days.length, days.join(', '));
    ok(days.length >= 4);
    equal(await stage.nils.chat.locator('.day').last().innerText(), 'Today');
  });

  it('fits a phone', async () => {
    const { page } = stage;
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto('about:blank');
      await page.goto(`${stage.address}#ana`);
      await shown('jump-week').click();
      await stage.page.locator('.clock[aria-busy=false]').waitFor();
      await stage.picture(`75-phone-${width}-program-time`);
      equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    }
  });
});
