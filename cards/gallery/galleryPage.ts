import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bytesOf } from '../kit/fit.ts';
import { dark, hostConfig, light } from './hostConfig.ts';
import { sampleReader } from './sampleReader.ts';
import { samples } from './samples.ts';

const require = createRequire(import.meta.url);
const script = (path: string): string =>
  readFileSync(require.resolve(path), 'utf8').replaceAll('</script', '<\\/script');

/** One page with these cards, light and dark, at a phone's and a chat's width; it needs no network. */
export function galleryPage(shown = samples(sampleReader)): string {
  const data = {
    samples: shown.map((sample) => ({ ...sample, bytes: bytesOf(sample.card.content) })),
    themes: [light, dark].map((theme) => ({ theme, config: hostConfig(theme) })),
    widths: [320, 480],
  };
  const parts: Readonly<Record<string, string>> = {
    markdown: script('markdown-it/browser'),
    adaptivecards: script('adaptivecards/dist/adaptivecards.min.js'),
    data: JSON.stringify(data).replaceAll('<', '\\u003c'),
  };
  const layout = readFileSync(new URL('./page.html', import.meta.url), 'utf8');
  return layout.replace(/'%(\w+)%'/g, (whole, name: string) => parts[name] ?? whole);
}
