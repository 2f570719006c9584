import { deepEqual } from 'node:assert/strict';
import { withoutComments } from './support/code.ts';
import { sourceFiles } from './support/imports.ts';

/** Calls that leave the process, and what must stand in them so that they end. */
const needsSignal = /\bfetch\(/g;

/** What makes such calls by itself, and the only files that may make one of it, because they give it limits. */
const clients: readonly (readonly [made: RegExp, where: readonly string[]])[] = [
  [/\bnew CosmosClient\(/, ['services/storage/documents/cosmos/cosmosContainer.ts']],
  [/\bnew BlobServiceClient\(/, ['services/storage/files/blob/blobContainer.ts']],
  [/\bnew ConfidentialClientApplication\(/, ['bot/teams/ownCredentials.ts']],
  [/\bextends TeamsAdapter\b|\bnew (Teams|Cloud)Adapter\(/, ['bot/teams/adapter.ts']],
  [/\bnew DefaultAzureCredential\(/, ['bot/start/openStores.ts']],
  [/\b(http|https|net|tls)\.(request|get|connect)\(|from 'node:(net|tls|https)'/, []],
];

/** What is wrong with a file's calls. */
function withoutLimit(file: string, text: string): string[] {
  const calls = [...text.matchAll(needsSignal)]
    .filter(({ index }) => !/\bsignal\b/.test(argumentsAt(text, index)))
    .map(({ index }) => `${file}:${text.slice(0, index).split('\n').length} calls fetch without a signal`);
  const made = clients
    .filter(([pattern, where]) => pattern.test(text) && !where.includes(file))
    .map(([pattern]) => `${file} makes what ${pattern} finds`);
  return [...calls, ...made];
}

/** The text between the brackets of a call. */
function argumentsAt(text: string, call: number): string {
  const from = text.indexOf('(', call);
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return text.slice(from, at);
  }
  return text.slice(from);
}

describe('When a call leaves the process (invariant: it has a time limit)', () => {
  it('each has one, in bot, dialogs, cards and services', () => {
    const found = ['bot', 'dialogs', 'cards', 'services']
      .flatMap((folder) => sourceFiles(folder))
      .flatMap(({ path, text }) => withoutLimit(path, withoutComments(text)));
    deepEqual(found, []);
  });

  const planted: readonly (readonly [file: string, text: string])[] = [
    ['bot/x.ts', 'const answer = await fetch(url);'],
    ['services/x.ts', "await fetch(url, { method: 'POST', body: f(signalled) });"],
    ['services/x.ts', 'const client = new CosmosClient({ endpoint });'],
    ['bot/x.ts', 'class Mine extends TeamsAdapter {}'],
    ['bot/startBot.ts', 'new ConfidentialClientApplication({})'],
    ['bot/x.ts', "import { connect } from 'node:net';"],
    ['bot/x.ts', 'http.request(url)'],
  ];
  for (const [file, text] of planted)
    it(`is caught without: ${text}`, () => deepEqual(withoutLimit(file, text).length, 1));

  it('is let through with one', () =>
    deepEqual(withoutLimit('bot/x.ts', 'await fetch(url, { signal: AbortSignal.timeout(5) });'), []));
});
