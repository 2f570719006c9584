import type { Locator } from 'playwright-core';

/** What can be read there, as it is laid out. */
export const textOf = async (shown: Locator): Promise<string> => (await shown.allInnerTexts()).join('\n');
