import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import type { RequestListener, ServerResponse } from 'node:http';
import { createLogger } from '../../../bot/logger.ts';
import { createSigningKeys, KeysUnavailableError } from '../../../bot/teams/signingKeys.ts';
import { startTokenIssuer, type TokenIssuer } from '../../support/tokenIssuer.ts';

const hourMs = 3_600_000;
const outcomeOf = (asked: Promise<unknown>) =>
  asked.then(
    (key) => (key ? 'a key' : 'no such key'),
    (error: unknown) => (error instanceof KeysUnavailableError ? 'unavailable' : String(error)),
  );

function says(response: ServerResponse, status: number, body = ''): void {
  response.statusCode = status;
  response.end(body);
}
const dribble: RequestListener = (_request, response) => {
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};
const cut: RequestListener = (request, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{', () => request.socket.destroy());
};
const elsewhere: RequestListener = (_request, response) =>
  says(response.setHeader('location', 'http://127.0.0.1:9/'), 302);
const endless: RequestListener = (_request, response) => void response.end(' '.repeat(600_000));

describe('When the keys that sign Teams’ tokens are fetched', () => {
  let issuer: TokenIssuer;
  let time = 0;
  let logged: string[] = [];
  const keysOf = (url: string) =>
    createSigningKeys({
      url,
      logger: createLogger('info', { write: (line: string) => void logged.push(line) }),
      now: () => new Date(time),
      timeoutMs: 250,
    });
  const whys = () => logged.map((line) => (JSON.parse(line) as { why: string }).why);

  beforeEach(async () => {
    issuer = await startTokenIssuer();
    time = Date.parse('2026-11-02T09:00:00Z');
    logged = [];
  });
  afterEach(() => issuer.close());

  const json =
    (body: unknown): RequestListener =>
    (_request, response) =>
      void response.end(JSON.stringify(body));
  const faults: readonly (readonly [what: string, fault: RequestListener, why: RegExp])[] = [
    ['never answers', () => undefined, /^no answer in time$/],
    ['answers a byte at a time', dribble, /^no answer in time$/],
    ['cuts the connection', (request) => request.socket.destroy(), /^cut off$/],
    ['cuts its answer', cut, /^cut off$/],
    ['says 500', (_request, response) => says(response, 500, 'secret-text'), /^status 500$/],
    ['leads elsewhere', elsewhere, /^status 302$/],
    [
      'answers a page',
      (_request, response) => void response.end('<html>secret-text</html>'),
      /^an answer that is not JSON$/,
    ],
    ['answers without end', endless, /^an answer that is too long$/],
    ['names no keys', json({}), /^an answer of another shape$/],
    ['names keys in the clear', json({ jwks_uri: 'http://keys.example/' }), /^an answer of another shape$/],
    ['names keys in a file', json({ jwks_uri: 'file:///etc/passwd' }), /^an answer of another shape$/],
  ];
  for (const [what, fault, why] of faults)
    it(`from a server that ${what}: unavailable, with one line in the log`, async () => {
      issuer.fail(fault);
      equal(
        await outcomeOf(keysOf(issuer.endpoints.ToBotFromChannelOpenIdMetadataUrl)('key-1')),
        'unavailable',
      );
      equal(logged.length, 1);
      match(whys()[0] ?? '', why);
      match(logged[0] ?? '', /"kind":"keys","host":"127\.0\.0\.1:\d+"/);
      doesNotMatch(logged[0] ?? '', /secret-text/);
    });

  it('from a server that never answers, and ends the request there', async () => {
    const ended = new Promise<boolean>((resolve) => {
      issuer.fail((request) => request.socket.on('close', () => resolve(true)));
    });
    equal(
      await outcomeOf(keysOf(issuer.endpoints.ToBotFromChannelOpenIdMetadataUrl)('key-1')),
      'unavailable',
    );
    equal(await ended, true);
  });

  it('from where nobody listens: unavailable', async () => {
    const { ToBotFromChannelOpenIdMetadataUrl: url } = issuer.endpoints;
    issuer.close();
    equal(await outcomeOf(keysOf(url)('key-1')), 'unavailable');
    deepEqual(whys(), ['connection refused']);
  });

  for (const [what, keys] of [
    ['none', []],
    ['none for RSA', [{ kty: 'EC', kid: 'key-1', x: 'AA', y: 'AA' }]],
    ['one that is none', [{ kty: 'RSA', kid: 'key-1', n: '', e: '' }]],
  ] as const)
    it(`from a server whose keys are ${what}: unavailable`, async () => {
      const { ToBotFromChannelOpenIdMetadataUrl: url } = issuer.endpoints;
      issuer.fail((request, response) =>
        json(request.url === '/keys' ? { keys } : { jwks_uri: url.replace('openid', 'keys') })(
          request,
          response,
        ),
      );
      equal(await outcomeOf(keysOf(url)('key-1')), 'unavailable');
    });

  it('fetches them once for all who ask, and not for a stranger’s key', async () => {
    const keyOf = keysOf(issuer.endpoints.ToBotFromChannelOpenIdMetadataUrl);
    deepEqual(
      await Promise.all(Array.from({ length: 20 }, () => outcomeOf(keyOf('key-1')))),
      Array(20).fill('a key'),
    );
    for (let forged = 0; forged < 20; forged += 1)
      equal(await outcomeOf(keyOf(`forged-${forged}`)), 'no such key');
    equal(issuer.fetches(), 2, 'the metadata and the keys');
    // A new key is seen after an hour at the latest.
    time += hourMs + 1;
    equal(await outcomeOf(keyOf('forged')), 'no such key');
    equal(issuer.fetches(), 4);
  });

  it('does not fetch right after a failure, and goes on by itself soon after it', async () => {
    const keyOf = keysOf(issuer.endpoints.ToBotFromChannelOpenIdMetadataUrl);
    issuer.fail((_request, response) => says(response, 503));
    for (let asked = 0; asked < 10; asked += 1) equal(await outcomeOf(keyOf('key-1')), 'unavailable');
    equal(issuer.fetches(), 1);
    issuer.fail(undefined);
    time += 2000;
    equal(await outcomeOf(keyOf('key-1')), 'a key');
  });

  it('makes nobody who has a known key wait for newer ones', async () => {
    const keyOf = keysOf(issuer.endpoints.ToBotFromChannelOpenIdMetadataUrl);
    equal(await outcomeOf(keyOf('key-1')), 'a key');
    const asked = new Promise<void>((resolve) => issuer.fail(() => resolve()));
    time += 25 * hourMs;
    // The issuer has not answered yet, and will not.
    equal(await outcomeOf(keyOf('key-1')), 'a key');
    deepEqual(logged, []);
    await asked;
  });

  it('uses the keys that it has for a second day if they cannot be fetched anew', async () => {
    const keyOf = keysOf(issuer.endpoints.ToBotFromChannelOpenIdMetadataUrl);
    equal(await outcomeOf(keyOf('key-1')), 'a key');
    issuer.fail((_request, response) => says(response, 503));
    time += 47 * hourMs;
    equal(await outcomeOf(keyOf('key-1')), 'a key');
    equal(await outcomeOf(keyOf('new-key')), 'unavailable', 'it may be Teams’ new one');
    time += 2 * hourMs;
    equal(await outcomeOf(keyOf('key-1')), 'unavailable');
  });
});
