import { equal } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { artifactPath, type OpenedBrowser, openBrowser } from '../support/browser.ts';
import { chatPerson } from '../support/chatPerson.ts';
import { onEachEngine } from '../support/engines.ts';
import { submitByChat } from '../support/fileByChat.ts';
import { startLocalProgram } from '../support/localProgram.ts';
import { personOnPage } from '../support/personOnPage.ts';
import { pageSettings } from './stage.ts';
import { t } from './storyOfAClaim.ts';

onEachEngine('When two reviewers come to the same card in their channel', function (engine) {
  this.timeout(90_000);
  let program: Awaited<ReturnType<typeof startLocalProgram>> | undefined;
  let browser: OpenedBrowser | undefined;
  let page: Page;
  const errors: string[] = [];

  before(async () => {
    program = await startLocalProgram({ engine, people: ['ana', 'rita', 'raj'] });
    browser = await openBrowser();
    page = await browser.newPage(pageSettings);
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(program.address);
  });

  after(async () => {
    await browser?.close();
    await program?.close();
    equal(errors.join('\n'), '');
  });

  it('both copies are updated without a press, and each is the reviewer’s own', async () => {
    const ana = chatPerson(program?.address ?? '', 'ana');
    const rita = personOnPage(page, 'rita');
    const raj = personOnPage(page, 'raj');
    const number = await submitByChat(ana, { mpnId: '4512087' });
    await page.getByTestId('channel').first().waitFor({ state: 'attached' });
    // A comment leaves everybody's card alone: only its refresh can bring it there.
    await ana.say(`claim ${number}`);
    await ana.pressNewest(t('action.comment'));
    await ana.pressNewest(t('partner.sendComment'), { comment: 'Please look at page 4 first.' });

    const firstOf = async (person: typeof rita) => {
      await person.openChannel();
      return await person.card(t('review.start'), person.channel);
    };
    const [hers, his] = [await firstOf(rita), await firstOf(raj)];
    for (const card of [hers, his]) await card.says('Please look at page 4 first.');
    await page.screenshot({ path: artifactPath('story-60-own-copies.png'), animations: 'disabled' });

    await hers.press(t('review.start'));
    for (const card of [hers, his]) await card.button(t('review.approve')).waitFor();
    await page.screenshot({ path: artifactPath('story-61-under-review.png'), animations: 'disabled' });
    await his.press(t('review.approve'));
    await his.says(t('approve.title'));
    await his.press(t('approve.confirm'));
    for (const card of [hers, his]) await card.says(t('reviewer.Approved'));
  });
});
