import assert from 'node:assert/strict';
import { galleryPage } from '../../cards/gallery/galleryPage.ts';
import { openBrowser } from '../support/browser.ts';

/** Runs in the page: what reaches over the edge of its card, or is hidden by its container. */
function cutOff(): string[] {
  const found: string[] = [];
  for (const card of document.querySelectorAll<HTMLElement>('.stage[data-width="320"] .card')) {
    const { right } = card.getBoundingClientRect();
    const id = card.closest('section')?.id ?? '';
    for (const element of card.querySelectorAll<HTMLElement>('*')) {
      const over = element.children.length === 0 && element.getBoundingClientRect().right > right;
      const hides = getComputedStyle(element).overflow === 'hidden' && element.clientWidth > 0;
      if (over || (hides && element.scrollWidth > element.clientWidth + 1)) {
        found.push(`${id}: ${element.textContent?.slice(0, 60)}`);
      }
    }
  }
  return found;
}

describe('On a phone of 320 pixels', () => {
  it('no card is cut off', async () => {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1900, height: 900 } });
      const problems: string[] = [];
      page.on('pageerror', ({ message }) => problems.push(message));
      await page.setContent(galleryPage());
      assert.ok((await page.locator('.card').count()) > 200);
      assert.deepEqual([...problems, ...(await page.evaluate(cutOff))], []);
    } finally {
      await browser.close();
    }
  });
});
