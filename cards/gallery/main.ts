import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { bytesOf } from '../fit.ts';
import { dark, hostConfig, light } from './hostConfig.ts';
import { samples } from './samples.ts';

/** Writes one page with every card, light and dark, at a phone's and a chat's width; it needs no network. */
const require = createRequire(import.meta.url);
const script = (path: string): string =>
  readFileSync(require.resolve(path), 'utf8').replaceAll('</script', '<\\/script');

const data = JSON.stringify({
  samples: samples({ locale: 'en' }).map((sample) => ({ ...sample, bytes: bytesOf(sample.card.content) })),
  themes: [light, dark].map((theme) => ({ theme, config: hostConfig(theme) })),
  widths: [320, 480],
}).replaceAll('<', '\\u003c');

const parts: Readonly<Record<string, string>> = {
  markdown: script('markdown-it/browser'),
  adaptivecards: script('adaptivecards/dist/adaptivecards.min.js'),
  data,
};
const layout = readFileSync(new URL('./page.html', import.meta.url), 'utf8');
const page = layout.replace(/'%(\w+)%'/g, (whole, name: string) => parts[name] ?? whole);
const target = fileURLToPath(new URL('../../artifacts/cards.html', import.meta.url));
mkdirSync(new URL('../../artifacts/', import.meta.url), { recursive: true });
writeFileSync(target, page);
console.log(target);
