import { equal, match, ok } from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { userIdOf } from '../../local/teams/people.ts';
import { artifactPath, type OpenedBrowser, openBrowser } from '../support/browser.ts';
import { startEchoBot } from '../support/echoBot.ts';
import { personOnPage } from '../support/personOnPage.ts';
import { pageClient } from './pageClient.ts';
import { ana, reviewers, startLocalTeams } from './startLocalTeams.ts';

describe('The page of the stand-in for Teams', function () {
  this.timeout(60_000);
  let browser: OpenedBrowser;
  let bot: Awaited<ReturnType<typeof startEchoBot>>;
  let teams: Awaited<ReturnType<typeof startLocalTeams>>;
  let page: Page;
  const errors: string[] = [];

  before(async () => {
    browser = await openBrowser();
  });

  after(() => browser.close());

  beforeEach(async () => {
    bot = await startEchoBot();
    teams = await startLocalTeams({ botEndpoint: bot.endpoint });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(teams.baseUrl);
  });

  afterEach(async () => {
    await page.close();
    await teams.close();
    await bot.close();
    equal(errors.splice(0).join('\n'), '');
  });

  const column = (person: string) => page.locator(`[data-person=${person}]`);
  const say = async (within: Locator, text: string) => {
    const field = within.getByTestId('compose-text').first();
    await field.fill(text);
    await field.press('Enter');
  };
  const anasCard = async () => {
    await say(column('ana'), 'card Your claim');
    const card = column('ana').getByTestId('card').last();
    await card.waitFor();
    return card;
  };

  it('shows everybody side by side', async () => {
    for (const person of ['ana', 'nils', 'rosa']) await column(person).waitFor();
    await column('rosa').getByTestId('tab-channel').waitFor();
  });

  it('turns the card into the answer to a press', async () => {
    const card = await anasCard();
    await card.getByRole('button', { name: 'Send', exact: true }).click();
    await card.getByText('A name is needed.').waitFor();
    await card.getByRole('textbox', { name: 'Claim name' }).fill('Exchange rollout');
    await page.screenshot({ path: artifactPath('page-card.png') });
    await card.getByRole('button', { name: 'Send', exact: true }).click();
    await column('ana').getByText('Thank you for Exchange rollout, C-7F3K-9Q2M').waitFor();
    equal(await column('ana').getByTestId('card').count(), 1);
  });

  it('keeps what was typed when the bot fails, and says so below the card', async () => {
    const card = await anasCard();
    const name = card.getByRole('textbox', { name: 'Claim name' });
    await name.fill('Exchange rollout');
    await card.getByRole('button', { name: 'refuse' }).click();
    await column('ana').getByText('Something went wrong. Please try again.').waitFor();
    equal(await name.inputValue(), 'Exchange rollout');
    equal(await card.getByRole('button', { name: 'refuse' }).isEnabled(), true);
  });

  it('keeps what is being typed, and the cursor, when the bot updates the card', async () => {
    const card = await anasCard();
    await card.getByRole('textbox', { name: 'Claim name' }).fill('Exch');
    await pageClient(teams.baseUrl).say('ana', 'update Corrected');
    await card.getByText('Corrected').waitFor();
    await page.keyboard.type('ange');
    equal(await card.getByRole('textbox', { name: 'Claim name' }).inputValue(), 'Exchange');
  });

  it('does not render a card anew that has not changed', async () => {
    const card = await anasCard();
    await card.evaluate((element) => element.firstElementChild?.setAttribute('data-mark', 'same'));
    await page.reload();
    await column('ana').getByTestId('card').waitFor();
    await card.evaluate((element) => element.firstElementChild?.setAttribute('data-mark', 'same'));
    await say(column('ana'), 'hello');
    await column('ana').getByText('You said: hello').waitFor();
    equal(await card.locator('[data-mark=same]').count(), 1);
  });

  it('sends an attached file', async () => {
    const file = { name: 'statement of work.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(2_500) };
    await column('ana').getByTestId('file-input').setInputFiles(file);
    await column('ana').getByTestId('send').first().click();
    await column('ana').getByText('Received statement of work.pdf, 2500 bytes').waitFor();
    await column('ana').getByTestId('file').getByText('2 KB').waitFor();
  });

  it('shows an alert to the other person as it arrives', async () => {
    await say(column('rosa'), `alert ${userIdOf(ana)}`);
    await column('ana').getByTestId('toast').getByText('Action required: C-7F3K-9Q2M').waitFor();
    await column('ana').getByTestId('card').getByText('Reviewers ask for more.').waitFor();
    await page.screenshot({ path: artifactPath('page-alert.png') });
  });

  it('shows an alert that comes before the answer to a person’s words, and it is not the answer', async () => {
    const answer = await personOnPage(page, 'ana').hears(`alertFirst ${userIdOf(ana)}`);
    match(answer, /This is the answer/);
    await column('ana').getByTestId('toast').getByText('Action required: C-7F3K-9Q2M').waitFor();
  });

  it('shows threads in the channel, with a dot on its tab until it is opened', async () => {
    const rosa = column('rosa');
    await say(rosa, `thread ${reviewers.id}`);
    const tab = rosa.getByTestId('tab-channel');
    await tab.getByText('2').waitFor();
    await tab.click();
    const thread = rosa.getByTestId('thread');
    await thread.getByText('A reply in it').waitFor();
    await thread.getByTestId('reply').click();
    await say(thread, '@CPOR Claims hello');
    await thread.getByText('You said:').waitFor();
    await tab.getByText('2').waitFor({ state: 'hidden' });
    await page.screenshot({ path: artifactPath('page-channel.png') });
  });

  it('shows one person at a time on a phone, and counts what the others have not read', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await column('rosa').waitFor({ state: 'hidden' });
    equal(await column('ana').isVisible(), true);
    await page.getByTestId('switch-rosa').click();
    await say(column('rosa'), `alert ${userIdOf(ana)}`);
    await page.getByTestId('switch-ana').getByText('1').waitFor();
    await page.screenshot({ path: artifactPath('page-phone.png') });
    await page.getByTestId('switch-ana').click();
    await column('ana').getByText('Reviewers ask for more.').waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    ok(width <= 390, `the page is ${width} pixels wide`);
  });

  it('opens one person alone by the address', async () => {
    await page.goto(`${teams.baseUrl}/#ana`);
    await column('rosa').waitFor({ state: 'hidden' });
    equal(await column('ana').isVisible(), true);
    await page.getByTestId('show-everyone').click();
    await column('rosa').waitFor();
  });
});
