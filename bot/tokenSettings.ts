import { z } from 'zod/v4';
import type { TokenEndpoints } from './teams/authentication.ts';
import { isLoopback, isSafe } from './teams/safeAddress.ts';
import { isLoopbackHost } from './teams/serviceHosts.ts';

const names = ['TOKEN_KEYS_URL', 'TOKEN_ISSUER', 'TOKEN_AUTHORITY', 'TOKEN_SCOPE'] as const;

const given = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const keysUrl = 'an https address without user, query or fragment; http on this machine only';
const authority = 'an https address without a path, such as https://login.microsoftonline.com';
const word = (what: string) => z.string().regex(/^\S+$/, what);

/** Where tokens come from, in place of the addresses of a cloud; all of these or none. */
export const tokenSettings = {
  /** The OpenID metadata of the issuer of Teams' tokens. */
  TOKEN_KEYS_URL: given(z.string().refine((text) => isPlain(text, isSafe), keysUrl)),
  /** How that issuer calls itself in its tokens. */
  TOKEN_ISSUER: given(word('the issuer’s name in its tokens, such as https://api.botframework.com')),
  /** The authority that gives the bot its own token. MSAL asks no other than over HTTPS. */
  TOKEN_AUTHORITY: given(
    z
      .string()
      .refine(
        (text) => isPlain(text, ({ protocol, pathname }) => protocol === 'https:' && pathname === '/'),
        authority,
      ),
  ),
  /** What the bot's own token is for. */
  TOKEN_SCOPE: given(
    word('what the bot’s token is for, without “/.default”, such as https://api.botframework.com'),
  ),
};

type TokenSettings = { readonly [K in (typeof names)[number]]?: string | undefined };

const isPlain = (text: string, isRight: (address: URL) => boolean): boolean => {
  const address = URL.parse(text);
  if (!address || !/^https?:$/.test(address.protocol)) return false;
  const extras = address.username + address.password + address.search + address.hash;
  return extras === '' && isRight(address);
};

/** The settings that are missing although others of them are given. */
export function missingTokenSettings(config: TokenSettings): string[] {
  const missing = names.filter((name) => config[name] === undefined);
  return missing.length === names.length ? [] : missing;
}

/** Services of Teams on this machine are only believed where the keys are on this machine too. */
export const mayBeService = (host: string, { TOKEN_KEYS_URL }: TokenSettings): boolean =>
  !isLoopbackHost(host) || (TOKEN_KEYS_URL !== undefined && isLoopback(new URL(TOKEN_KEYS_URL)));

/** The addresses in the settings, for the bot's Entra tenant; undefined: those of the cloud. */
export function tokenEndpointsOf(config: TokenSettings, tenantId: string): TokenEndpoints | undefined {
  const { TOKEN_KEYS_URL, TOKEN_ISSUER, TOKEN_AUTHORITY, TOKEN_SCOPE } = config;
  if (!TOKEN_KEYS_URL || !TOKEN_ISSUER || !TOKEN_AUTHORITY || !TOKEN_SCOPE) return undefined;
  return {
    ToChannelFromBotLoginUrl: new URL(tenantId, TOKEN_AUTHORITY).href,
    ToChannelFromBotOAuthScope: TOKEN_SCOPE,
    ToBotFromChannelTokenIssuer: TOKEN_ISSUER,
    OAuthUrl: TOKEN_ISSUER,
    ToBotFromChannelOpenIdMetadataUrl: TOKEN_KEYS_URL,
    // As in a cloud: no keys of other bots, nor of the SDK's emulator.
    ToBotFromEmulatorOpenIdMetadataUrl: TOKEN_KEYS_URL,
    CallerId: '',
  };
}
