import { deepEqual, equal, match, throws } from 'node:assert/strict';
import {
  openIdAuthority,
  tenantOfIssuer,
} from '../../../../services/directory/tenantLookup/openIdAuthority.ts';
import { createOpenIdTenantLookup } from '../../../../services/directory/tenantLookup/openIdTenantLookup.ts';
import {
  knowsNoTenant,
  names,
  type OpenIdAnswer,
  type OpenIdServer,
  says,
  startOpenIdServer,
} from '../../../support/openIdServer.ts';
import { customerTenant } from '../aDirectory.ts';

const path = '/contoso.com/v2.0/.well-known/openid-configuration';
const unavailable = { kind: 'unavailable' } as const;

describe('When an OpenID authority is asked for the tenant of a domain (R37)', () => {
  let server: OpenIdServer;
  let waits: number[];
  const reasons: string[] = [];
  before(async () => {
    server = await startOpenIdServer();
  });
  after(() => server.stop());
  beforeEach(() => {
    waits = [];
    reasons.length = 0;
  });

  const ask = (domain: string, tryMs = 5000) =>
    createOpenIdTenantLookup({
      authority: { origin: server.origin, initialDomain: 'onmicrosoft.com' },
      tryMs,
      wait: async (ms) => {
        waits.push(ms);
      },
      jitter: () => 0.5,
      onUnavailable: (error) => reasons.push(String(error)),
    })(domain);

  it('finds the tenant that the issuer names', async () => {
    server.answer(names(customerTenant.toUpperCase()));
    deepEqual(await ask('contoso.com'), { kind: 'found', tenantId: customerTenant });
    deepEqual(server.asked, [path]);
  });

  it('takes a name alone for its first domain (R9)', async () => {
    server.answer(names(customerTenant));
    await ask('contoso');
    deepEqual(server.asked, ['/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration']);
  });

  it('asks for an international domain as the network writes it', async () => {
    server.answer(names(customerTenant));
    await ask('bücher.example');
    deepEqual(server.asked, ['/xn--bcher-kva.example/v2.0/.well-known/openid-configuration']);
  });

  it('says that a domain is unknown, asked once', async () => {
    server.answer(knowsNoTenant);
    deepEqual(await ask('contoso.com'), { kind: 'unknown' });
    deepEqual([server.asked, waits], [[path], []]);
  });

  for (const typed of [
    'a/../b.com',
    'contoso.com/x?y',
    'x@contoso.com',
    '127.0.0.1',
    '0x7f.1',
    '[::1]',
    '..',
    '',
  ])
    it(`puts nothing but a domain into the address: “${typed}”`, async () => {
      server.answer(names(customerTenant));
      deepEqual(await ask(typed), { kind: 'unknown' });
      deepEqual(server.asked, []);
    });

  it('tries once more after a failure, a moment later', async () => {
    server.answer((_request, response) => says(response, 500, {}), names(customerTenant));
    deepEqual(await ask('contoso.com'), { kind: 'found', tenantId: customerTenant });
    deepEqual([server.asked, waits], [[path, path], [200]]);
  });

  const never: OpenIdAnswer = () => {};
  const stalls: OpenIdAnswer = (_request, response) => {
    response.write('{"issuer":"https://login');
  };
  const redirects: OpenIdAnswer = (_request, response) => {
    response.statusCode = 302;
    response.setHeader('location', '/elsewhere');
    response.end();
  };
  const endless: OpenIdAnswer = (_request, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(16_384)));
    };
    response.on('drain', more);
    more();
  };
  const faults: readonly (readonly [what: string, answer: OpenIdAnswer, tries: number, reason: RegExp])[] = [
    ['never answers', never, 2, /Timeout/i],
    ['stops in the middle', stalls, 2, /Timeout|abort/i],
    ['breaks the connection', (_request, response) => response.destroy(), 2, /fetch failed/],
    ['answers 500', (_request, response) => says(response, 500, {}), 2, /500/],
    ['answers 429', (_request, response) => says(response, 429, {}), 2, /429/],
    ['answers 404', (_request, response) => says(response, 404, {}), 1, /404/],
    ['redirects', redirects, 1, /302/],
    ['does not stop talking', endless, 1, /too large/],
    ['talks no JSON', (_request, response) => response.end('<html>'), 1, /something else/],
    ['names no issuer', (_request, response) => says(response, 200, {}), 1, /without a tenant/],
    [
      'names every tenant',
      (_request, response) =>
        says(response, 200, { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }),
      1,
      /without a tenant/,
    ],
    [
      'names an issuer elsewhere',
      (_request, response) => says(response, 200, { issuer: `https://evil.example/${customerTenant}/v2.0` }),
      1,
      /without a tenant/,
    ],
    [
      'finds the request wrong otherwise',
      (_request, response) => says(response, 400, { error: 'invalid_request', error_codes: [90013] }),
      1,
      /400/,
    ],
  ];
  for (const [what, answer, tries, reason] of faults)
    it(`has no answer from an authority that ${what}, after ${tries === 1 ? 'one try' : 'two tries'}`, async () => {
      server.answer(answer);
      deepEqual(await ask('contoso.com', 300), unavailable);
      equal(server.asked.length, tries);
      match(reasons.join(), reason);
    });

  it('trusts no authority without a trusted certificate', async () => {
    const stranger = await startOpenIdServer();
    stranger.distrust();
    stranger.answer(names(customerTenant));
    const authority = { origin: stranger.origin, initialDomain: 'onmicrosoft.com' };
    deepEqual(
      await createOpenIdTenantLookup({ authority, wait: async () => {} })('contoso.com'),
      unavailable,
    );
    deepEqual(stranger.asked, []);
    await stranger.stop();
  });

  it('refuses an authority without HTTPS', () => {
    const authority = { origin: 'http://login.microsoftonline.com', initialDomain: 'onmicrosoft.com' };
    throws(() => createOpenIdTenantLookup({ authority }), /HTTPS/);
  });
});

describe('When a cloud is chosen (R37)', () => {
  it('takes a name alone for a first domain of that cloud', () => {
    equal(openIdAuthority('https://login.microsoftonline.us').initialDomain, 'onmicrosoft.us');
    equal(openIdAuthority('https://login.partner.microsoftonline.cn').initialDomain, 'partner.onmschina.cn');
  });

  it('reads a tenant from an issuer of any of the clouds, and of nobody else', () => {
    const path = `${customerTenant}/v2.0`;
    equal(tenantOfIssuer(`https://login.microsoftonline.us/${path}`), customerTenant);
    equal(tenantOfIssuer(`https://login.partner.microsoftonline.cn/${path}`), customerTenant);
    for (const issuer of [
      `http://login.microsoftonline.com/${path}`,
      `https://login.microsoftonline.com.evil.example/${path}`,
      `https://login.microsoftonline.com/${path}/more`,
      'https://login.microsoftonline.com/common/v2.0',
      undefined,
    ])
      equal(tenantOfIssuer(issuer), undefined);
  });
});
