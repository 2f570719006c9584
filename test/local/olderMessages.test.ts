import { deepEqual, equal, match } from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createChatStore, type NewMessage } from '../../local/teams/chatStore.ts';
import { chatIdOf } from '../../local/teams/people.ts';
import { inTransaction, openDatabase } from '../../local/teams/schema.ts';
import { artifactPath, type OpenedBrowser, openBrowser } from '../support/browser.ts';
import { startEchoBot } from '../support/echoBot.ts';
import { temporaryDirectory } from '../support/temporaryDirectory.ts';
import { pageClient } from './pageClient.ts';
import { ana, nils, reviewers, startLocalTeams } from './startLocalTeams.ts';

const line = 'Older messages are not shown here.';

/** So many messages of the bot, each with its number. */
const posts = (chat: string, count: number): NewMessage[] =>
  Array.from({ length: count }, (_, index) => aPost({ chat, text: `Message ${index + 1}` }));

function aPost({
  text,
  alert = false,
  ...place
}: {
  readonly chat: string;
  readonly root?: string;
  readonly text: string;
  readonly alert?: boolean;
}): NewMessage {
  return { ...place, from: 'bot', content: { text, attachments: [], files: [], alert } };
}

describe('When a chat is longer than what the page shows', function () {
  this.timeout(60_000);
  const temporary = temporaryDirectory();
  let bot: Awaited<ReturnType<typeof startEchoBot>>;
  let teams: Awaited<ReturnType<typeof startLocalTeams>>;
  let browser: OpenedBrowser;
  let page: Page;
  let oldThread: string;
  let forgottenThread: string;

  before(async () => {
    const database = openDatabase(join(temporary.path, 'teams.db'));
    const store = createChatStore(database, () => new Date('2026-11-23T18:00:00.000Z'));
    inTransaction(database, () => {
      oldThread = store.add(aPost({ chat: reviewers.id, text: 'The first post' })).id;
      forgottenThread = store.add(aPost({ chat: reviewers.id, text: 'Nobody has answered', alert: true })).id;
      for (const each of posts(reviewers.id, 499)) store.add(each);
      store.add(aPost({ chat: reviewers.id, root: oldThread, text: 'A late reply' }));
      for (const each of [...posts(chatIdOf(ana), 501), ...posts(chatIdOf(nils), 500)]) store.add(each);
    });
    database.close();
    bot = await startEchoBot();
    teams = await startLocalTeams({ botEndpoint: bot.endpoint, folder: temporary.path });
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(10_000);
    await page.goto(teams.baseUrl);
  });

  after(async () => {
    await browser.close();
    await teams.close();
    await bot.close();
    temporary.remove();
  });

  const column = (person: string) => page.locator(`[data-person=${person}]`);

  it('gives a thread’s first post with its replies, and names the chats that are not whole', async () => {
    const { messages, shortened } = await pageClient(teams.baseUrl).state();
    const texts = messages.filter(({ chat }) => chat === reviewers.id).map(({ text }) => text);
    deepEqual([texts.length, texts[0], texts[1]], [501, 'The first post', 'Message 1']);
    deepEqual(shortened, [chatIdOf(ana), reviewers.id]);
  });

  it('says so at the top of such a chat, and nowhere else', async () => {
    const list = column('ana').locator('.list').first();
    await column('ana').getByText('Message 501', { exact: true }).waitFor();
    equal(await column('ana').getByText('Message 1', { exact: true }).count(), 0);
    equal(await list.evaluate((element) => element.firstElementChild?.textContent), line);
    await column('ana').getByText(line).scrollIntoViewIfNeeded();
    await column('nils').getByText('Message 1', { exact: true }).waitFor({ state: 'attached' });
    equal(await column('nils').getByText(line).isVisible(), false);
    await column('rosa').getByTestId('tab-channel').click();
    await column('rosa').getByTestId('channel').getByText(line).scrollIntoViewIfNeeded();
    await page.screenshot({ path: artifactPath('page-older-messages.png') });
  });

  it('shows the late reply below the post that it answers', async () => {
    const thread = column('rosa').locator(`[data-thread="${oldThread}"]`);
    await thread.getByText('A late reply').waitFor();
    match(await thread.locator('.post').innerText(), /The first post/);
    await thread.scrollIntoViewIfNeeded();
    await page.screenshot({ path: artifactPath('page-late-reply.png') });
  });

  it('brings the first post also when somebody answers it while the page is open', async () => {
    await pageClient(teams.baseUrl).say('rosa', 'I do', `${reviewers.id};messageid=${forgottenThread}`);
    const thread = column('rosa').locator(`[data-thread="${forgottenThread}"]`);
    await thread.locator('.replies').getByText('I do').waitFor();
    await thread.locator('.post').getByText('Nobody has answered').waitFor();
    const first = column('rosa').getByTestId('channel').getByText('Message 1', { exact: true });
    equal(await first.count(), 1, 'what was in sight stays');
    equal(await page.getByTestId('toast').count(), 0, 'an old post is no news');
  });

  it('says so once a chat has grown beyond it, and the page is opened anew', async () => {
    await pageClient(teams.baseUrl).say('nils', 'hello');
    await column('nils').getByText('You said: hello').waitFor();
    equal(await column('nils').getByText(line).isVisible(), false, 'all is still in sight');
    await page.reload();
    await column('nils').getByText(line).waitFor();
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 844 });
    await page.goto('about:blank');
    await page.goto(`${teams.baseUrl}#ana`);
    await column('ana').getByText(line).scrollIntoViewIfNeeded();
    equal(await page.evaluate(() => document.documentElement.scrollWidth <= 360), true);
    await page.screenshot({ path: artifactPath('page-older-messages-360.png') });
  });
});
