import { once } from 'node:events';
import { createServer } from 'node:https';
import { makeTrustedCertificate } from './trustedCertificate.ts';

/** What a bot must say of itself to get a token. */
export interface BotAtAuthority {
  readonly tenantId: string;
  readonly appId: string;
  readonly secret: string;
  /** What the token is for. */
  readonly scope: string;
}

/** Stands in for Entra on loopback, over HTTPS: gives `token()` to the bot that it knows, and to nobody else. */
export async function startLoginAuthority(bot: BotAtAuthority, token: () => string) {
  const { key, cert, distrust } = await makeTrustedCertificate();
  const asked: string[] = [];
  const server = createServer({ key, cert }, async (request, response) => {
    const { url = '' } = request;
    asked.push(url.split('?')[0] ?? '');
    const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString('utf8'));
    const answer = url.includes('openid-configuration') ? metadata() : tokenFor(form);
    response.writeHead('error' in answer ? 401 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const origin = `https://127.0.0.1:${address.port}`;
  const tenant = `${origin}/${bot.tenantId}`;

  const metadata = () => ({
    issuer: `${tenant}/v2.0`,
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
  });
  const expected = (): Readonly<Record<string, string>> => ({
    grant_type: 'client_credentials',
    client_id: bot.appId,
    client_secret: bot.secret,
    scope: `${bot.scope}/.default`,
  });
  function tokenFor(form: URLSearchParams): Readonly<Record<string, unknown>> {
    const wrong = Object.entries(expected()).find(([name, value]) => form.get(name) !== value);
    if (!wrong) return { token_type: 'Bearer', expires_in: 3600, access_token: token() };
    return { error: 'invalid_client', error_description: `AADSTS7000215: Invalid ${wrong[0]} provided.` };
  }

  return {
    origin,
    /** PEM, for a program that must trust this authority. */
    certificate: cert,
    /** The paths that were asked for. */
    asked,
    async stop(): Promise<void> {
      distrust();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
