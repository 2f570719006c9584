import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { isWorker } from './isWorker.ts';

/** Not the list that `@sparticuz/chromium` offers: that one turns web security off and runs everything in one process. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser as one suite has it: `close` closes what was opened in it. */
export type OpenedBrowser = Pick<Browser, 'newPage' | 'close'>;

let launched: Promise<Browser> | undefined;

/** A browser with nothing in it. The workers of a parallel run launch it once, and it ends with them. */
export const openBrowser = async (): Promise<OpenedBrowser> => {
  launched ??= launch();
  const browser = await launched;
  const pages: Page[] = [];
  return {
    async newPage(options) {
      // Each page has cookies and storage of its own, which go with it.
      const page = await browser.newPage(options);
      pages.push(page);
      return page;
    },
    async close() {
      for (const page of pages) await page.close();
      if (isWorker) return;
      launched = undefined;
      await browser.close();
    },
  };
};

/** The Chromium of `@sparticuz/chromium`, unpacked to the temporary folder at first use; no system package is needed. */
async function launch(): Promise<Browser> {
  // Read when the package is imported: makes it unpack its own shared libraries too.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: flags,
    env: { ...process.env },
  });
}

const artifacts = join(import.meta.dirname, '..', '..', 'artifacts');

/** Where pictures for people go; git ignores the folder. */
export const artifactPath = (name: string): string => {
  mkdirSync(artifacts, { recursive: true });
  return join(artifacts, name);
};
