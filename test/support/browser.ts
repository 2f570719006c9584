import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

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

/** The Chromium of `@sparticuz/chromium`, unpacked to the temporary folder at first use; no system package is needed. */
export const launchBrowser = async (): Promise<Browser> => {
  // Read when the package is imported: makes it unpack its own shared libraries too.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: flags,
    env: { ...process.env },
  });
};

const artifacts = join(import.meta.dirname, '..', '..', 'artifacts');

/** Where pictures for people go; git ignores the folder. */
export const artifactPath = (name: string): string => {
  mkdirSync(artifacts, { recursive: true });
  return join(artifacts, name);
};
