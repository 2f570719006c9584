import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { TokenEndpoints } from '../../bot/teams/authentication.ts';
import { listenOnLoopback } from './listenOnLoopback.ts';

type Claims = Readonly<Record<string, unknown>>;

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The channels for which the key may sign, as the Bot Framework's keys name many. */
const endorsements = ['msteams', 'webchat', 'directline', 'emulator', 'AseChannel'];

/**
 * Stands in for the Bot Framework's issuer of tokens and for Entra: its own RS256 key, published as OpenID metadata on
 * loopback under both addresses, so that its signature is valid at each of the SDK's doors.
 */
export async function startTokenIssuer(issuer = 'https://api.botframework.com') {
  const own = newKey();
  const foreign = newKey();
  const kid = 'key-1';
  let fetches = 0;
  let fault: RequestListener | undefined;
  const server = createServer((request, response) => {
    fetches += 1;
    if (fault) return fault(request, response);
    const jwk = { ...own.publicKey.export({ format: 'jwk' }), kid, endorsements };
    const body = request.url === '/keys' ? { keys: [jwk] } : { jwks_uri: `${url}/keys` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  const url = await listenOnLoopback(server);
  const endpoints: TokenEndpoints = {
    ToChannelFromBotLoginUrl: `${url}/tenant`,
    ToChannelFromBotOAuthScope: issuer,
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: issuer,
    ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
    CallerId: '',
  };

  function token(
    claims: Claims,
    {
      key = own.privateKey,
      alg = 'RS256',
      keyId = kid,
    }: { key?: KeyObject; alg?: string; keyId?: string } = {},
  ) {
    const now = Math.floor(Date.now() / 1000);
    const head = encoded({ alg, typ: 'JWT', kid: keyId });
    const signed = `${head}.${encoded({ iss: issuer, iat: now, nbf: now - 10, exp: now + 3600, ...claims })}`;
    if (alg === 'none') return `${signed}.`;
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
  }

  /** Signed with the published key as a shared secret: accepted by a reader that trusts the token's header. */
  function symmetric(claims: Claims) {
    const signed = token(claims, { alg: 'HS256' }).split('.').slice(0, 2).join('.');
    const secret = own.publicKey.export({ type: 'pkcs1', format: 'pem' });
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  }

  return {
    endpoints,
    token,
    symmetric,
    /** Right in all but the signature: another key made it. */
    forged: (claims: Claims) => token(claims, { key: foreign.privateKey }),
    unsigned: (claims: Claims) => token(claims, { alg: 'none' }),
    /** How many documents were asked for. */
    fetches: () => fetches,
    /** Answers so instead, to everybody; undefined: as it should. */
    fail(by: RequestListener | undefined): void {
      fault = by;
    },
    publicModulus: own.publicKey.export({ format: 'jwk' }).n ?? '',
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type TokenIssuer = Awaited<ReturnType<typeof startTokenIssuer>>;
