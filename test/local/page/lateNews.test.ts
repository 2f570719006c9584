import type { Page } from 'playwright-core';
import { type OpenedBrowser, openBrowser } from '../../support/browser.ts';
import { startEchoBot } from '../../support/echoBot.ts';
import { personOnPage } from '../../support/personOnPage.ts';
import { until } from '../../support/until.ts';
import { pageClient } from '../pageClient.ts';
import { reviewers, startLocalTeams } from '../startLocalTeams.ts';

describe('When the state that the page has asked for arrives after what came later', function () {
  this.timeout(60_000);
  let browser: OpenedBrowser;
  let bot: Awaited<ReturnType<typeof startEchoBot>>;
  let teams: Awaited<ReturnType<typeof startLocalTeams>>;
  let page: Page;
  let letStateArrive: () => Promise<void>;

  before(async () => {
    browser = await openBrowser();
  });

  after(() => browser.close());

  beforeEach(async () => {
    bot = await startEchoBot();
    teams = await startLocalTeams({ botEndpoint: bot.endpoint });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(10_000);
    await page.addInitScript(tellWhatIsHeard);
    const held: (() => Promise<void>)[] = [];
    let asked = 0;
    await page.route('**/local/api/state', async (route) => {
      const response = await route.fetch();
      asked += 1;
      // The first builds the page, the second answers the “hello” of its live connection.
      if (asked === 2) held.push(() => route.fulfill({ response }));
      else await route.fulfill({ response });
    });
    await page.goto(teams.baseUrl);
    await until(() => held.length === 1, 'the state');
    letStateArrive = async () => held[0]?.();
  });

  afterEach(async () => {
    await page.close();
    await teams.close();
    await bot.close();
  });

  const heard = (text: string) => page.locator(`body[data-heard*="${text}"]`).waitFor();

  it('keeps what has been posted since', async () => {
    await pageClient(teams.baseUrl).say('rosa', `thread ${reviewers.id}`);
    await heard('A reply in it');
    await letStateArrive();
    const rosa = personOnPage(page, 'rosa');
    await rosa.openChannel();
    await rosa.channel.getByTestId('thread').getByText('A reply in it').waitFor();
  });

  it('answers a person’s words with the card below them, not below earlier ones that the page shows late', async () => {
    await pageClient(teams.baseUrl).say('ana', 'card The earlier one');
    await heard('The earlier one');
    await page.route('**/people/ana/messages', async (route) => {
      await letStateArrive();
      await route.continue();
    });
    await (await personOnPage(page, 'ana').asks('card The one asked for')).says('The one asked for');
  });
});

/** For the page: writes on its body what it has heard of live events by then. */
function tellWhatIsHeard(): void {
  window.EventSource = class extends EventSource {
    constructor(...from: ConstructorParameters<typeof EventSource>) {
      super(...from);
      this.addEventListener('message', ({ data }) => {
        document.body.dataset.heard = `${document.body.dataset.heard ?? ''}${data}`;
      });
    }
  };
}
