import assert from 'node:assert/strict';
import { galleryPage } from '../../cards/gallery/galleryPage.ts';
import { hostConfig, light } from '../../cards/gallery/hostConfig.ts';
import { sampleReader } from '../../cards/gallery/sampleReader.ts';
import { samples } from '../../cards/gallery/samples.ts';
import { decides } from '../../cards/kit/decides.ts';
import { actionSchema } from '../../cards/kit/verbs.ts';
import { openBrowser } from '../support/browser.ts';
import { placesOf } from '../support/placesOf.ts';

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

  for (const width of [320, 1400])
    it(`nothing that is pressed on the left reaches into the lane of what decides, at ${width} pixels (D15)`, async () => {
      const browser = await openBrowser();
      try {
        const page = await browser.newPage({ viewport: { width: 1900, height: 900 } });
        await page.setContent(galleryPage([]));
        const cards = samples(sampleReader).map(({ card }) => card.content);
        const places = await page.evaluate(placesOf, { cards, width, config: hostConfig(light) });
        const pressed = places.flat().map(({ data, left, width: wide, title }) => ({
          right: decides(actionSchema.parse(data)),
          from: left,
          to: left + wide,
          title,
        }));
        const lane = Math.min(...pressed.filter(({ right }) => right).map(({ from }) => from));
        assert.ok(lane > width / 2 && Number.isFinite(lane));
        assert.deepEqual(
          pressed.filter(({ right, to }) => !right && to > lane),
          [],
        );
      } finally {
        await browser.close();
      }
    });
});
