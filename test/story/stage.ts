import { equal } from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { artifactPath, launchBrowser } from '../support/browser.ts';
import { type ChatPerson, chatPerson } from '../support/chatPerson.ts';
import { type Engine, embedded } from '../support/engines.ts';
import { startLocalProgram } from '../support/localProgram.ts';
import { type PersonOnPage, personOnPage } from '../support/personOnPage.ts';

/** The page with everybody on it, and the program behind it. */
export interface Stage {
  readonly page: Page;
  readonly address: string;
  readonly ana: PersonOnPage;
  readonly nils: PersonOnPage;
  readonly rita: PersonOnPage;
  /** The same people without a browser, for what a test only needs to have happened. */
  readonly offStage: Readonly<Record<'ana' | 'nils' | 'rita', ChatPerson>>;
  /** Takes a picture for people to look at. */
  picture(name: string): Promise<void>;
}

/** A large screen; the reader's words and zone are not those of the machine that runs the tests. */
export const pageSettings = {
  viewport: { width: 1600, height: 1000 },
  locale: 'en-US',
  timezoneId: 'America/New_York',
  reducedMotion: 'reduce',
} as const;

/** A fresh program and page for the suite in which it is called; there from the first `before` on. */
export function stageForSuite(engine: Engine): Stage {
  const stage = {} as Stage;
  const errors: string[] = [];
  let program: Awaited<ReturnType<typeof startLocalProgram>> | undefined;
  let browser: Browser | undefined;

  before(async () => {
    program = await startLocalProgram({ engine });
    browser = await launchBrowser();
    const page = await browser.newPage(pageSettings);
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => errors.push(error.message));
    Object.assign(stage, setUp(page, program.address, engine === embedded));
    await page.goto(program.address);
  });

  after(async () => {
    await browser?.close();
    await program?.close();
    equal(errors.join('\n'), '');
  });

  return stage;
}

/** People look at the pictures of one run; those of another would show the same. */
function setUp(page: Page, address: string, withPictures: boolean): Stage {
  return {
    page,
    address,
    ana: personOnPage(page, 'ana'),
    nils: personOnPage(page, 'nils'),
    rita: personOnPage(page, 'rita'),
    offStage: {
      ana: chatPerson(address, 'ana'),
      nils: chatPerson(address, 'nils'),
      rita: chatPerson(address, 'rita'),
    },
    async picture(name) {
      if (!withPictures) return;
      await page.screenshot({ path: artifactPath(`story-${name}.png`), animations: 'disabled' });
    },
  };
}

/** For a suite whose tests continue where the one before ended: after a failure the rest is skipped, and says so. */
export function oneStory(): void {
  let broken: string | undefined;
  beforeEach(() => {
    if (broken) throw new Error(`The story has ended at “${broken}”.`);
  });
  afterEach(function () {
    if (this.currentTest?.state === 'failed') broken = this.currentTest.title;
  });
}
