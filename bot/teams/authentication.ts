import {
  AuthenticationError,
  type BotFrameworkAuthentication,
  type ClaimsIdentity,
  EmulatorValidation,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { z } from 'zod/v4';
import type { Logger } from '../logger.ts';
import type { CallLimits } from './callLimits.ts';
import type { IsService } from './serviceHosts.ts';
import { KeysUnavailableError, readKeysHere } from './signingKeys.ts';

/** The bot registration; `appId` empty on one machine, where authentication is off. */
export interface Registration {
  readonly appId: string;
  readonly appPassword: string;
  readonly appTenantId: string;
}

/**
 * Where tokens come from and where they are checked. The SDK has default addresses for the public cloud. Setting one of
 * them disables all defaults, so either all are given or none.
 */
export interface TokenEndpoints {
  readonly ToChannelFromBotLoginUrl: string;
  readonly ToChannelFromBotOAuthScope: string;
  readonly ToBotFromChannelTokenIssuer: string;
  readonly OAuthUrl: string;
  readonly ToBotFromChannelOpenIdMetadataUrl: string;
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string;
  readonly CallerId: string;
}

/** Who may speak to the bot, and where it may answer. */
export interface Channel {
  readonly endpoints: TokenEndpoints;
  /** Who signs the tokens of Teams in this cloud. */
  readonly issuer: string;
  readonly isService: IsService;
  readonly logger: Logger;
  /** The real time, by which tokens end. */
  readonly now: () => Date;
  /** How long calls to Teams may take. */
  readonly callLimits?: CallLimits | undefined;
  /** How the bot gets its own token; absent: as in one of Microsoft's clouds. */
  readonly credentials?: ServiceClientCredentialsFactory | undefined;
  /** How long fetching the issuer's keys may take, in milliseconds; 4 s by default. */
  readonly keysTimeoutMs?: number | undefined;
}

const teams = 'msteams';
/** A token that never expires is a permanent key. A day is longer than any token that Teams makes for an activity. */
const longestLifeSeconds = 25 * 60 * 60;

const claimsOfTeams = z.object({ iss: z.string(), serviceurl: z.string(), exp: z.number() });

/** What is wrong with a token although its signature is valid. */
export type TokenProblem = 'claims missing' | 'issuer' | 'service URL' | 'service host' | 'lifetime';

/**
 * Why a verified token was not signed by Teams for this activity; undefined if it was. The service URLs must be
 * identical: the SDK demands the same of Teams' tokens, and Teams writes both from one value.
 */
export function tokenProblem(
  claims: Readonly<Record<string, unknown>>,
  serviceUrl: string,
  { issuer, isService, now }: Pick<Channel, 'issuer' | 'isService'> & { readonly now: Date },
): TokenProblem | undefined {
  const parsed = claimsOfTeams.safeParse(claims);
  if (!parsed.success) return 'claims missing';
  const { iss, serviceurl, exp } = parsed.data;
  if (iss !== issuer) return 'issuer';
  if (serviceurl !== serviceUrl) return 'service URL';
  if (!isService(serviceUrl)) return 'service host';
  return exp > now.getTime() / 1000 + longestLifeSeconds ? 'lifetime' : undefined;
}

/**
 * Accepts only what Teams sends. The SDK also accepts its emulator, other bots and other channels: there it takes a
 * token of any Entra tenant that names this bot, whatever address the token was issued for. To a forged, unsigned or
 * not yet valid token it answers 500 with details of the error. Here all of these get 401. While the keys cannot be
 * had, nobody can tell these from Teams: a `KeysUnavailableError`.
 */
export function admitOnlyTeams(authentication: BotFrameworkAuthentication, channel: Channel): void {
  const { endpoints, logger, now, keysTimeoutMs } = channel;
  const urls = [endpoints.ToBotFromChannelOpenIdMetadataUrl, endpoints.ToBotFromEmulatorOpenIdMetadataUrl];
  for (const url of new Set(urls)) readKeysHere({ url, logger, now, timeoutMs: keysTimeoutMs });
  const authenticate = authentication.authenticateRequest.bind(authentication);
  authentication.authenticateRequest = async (activity, header) => {
    if (activity.channelId !== teams) throw refusal(channel, 'channel');
    forgetEmulators();
    const result = await authenticate(activity, header).catch((error: unknown) => {
      throw error instanceof KeysUnavailableError ? error : refusal(channel, kindOf(error));
    });
    const why = tokenProblem(claimsOf(result.claimsIdentity), activity.serviceUrl ?? '', {
      ...channel,
      now: channel.now(),
    });
    if (why) throw refusal(channel, why, activity.serviceUrl);
    return result;
  };
}

/** Without authentication, anybody on this machine may send, and answers go to this machine only. */
export function admitOnlyLoopback(authentication: BotFrameworkAuthentication, channel: Channel): void {
  const authenticate = authentication.authenticateRequest.bind(authentication);
  authentication.authenticateRequest = async (activity, header) => {
    if (channel.isService(activity.serviceUrl ?? '')) return await authenticate(activity, header);
    throw refusal(channel, 'service host', activity.serviceUrl);
  };
}

/**
 * The same answer for every reason; only the log says which. The SDK prints the error, so its stack trace is removed.
 */
function refusal({ logger }: Channel, why: string, serviceUrl = ''): AuthenticationError {
  const host = why === 'service host' ? { host: URL.parse(serviceUrl)?.host } : {};
  logger.warn(
    { kind: 'security', what: 'request', outcome: 'forged', why, ...host },
    'a request was refused: it is not from Teams',
  );
  const error = new AuthenticationError('Unauthorized.', 401);
  error.stack = error.message;
  return error;
}

/** Clears the list in which the SDK keeps the tenants of all tokens it has seen, verified or not, for ever. */
function forgetEmulators(): void {
  const { issuer } = EmulatorValidation.ToBotFromEmulatorTokenValidationParameters;
  if (Array.isArray(issuer)) issuer.length = 0;
}

const claimsOf = ({ claims }: ClaimsIdentity) =>
  Object.fromEntries(claims.map(({ type, value }): [string, unknown] => [type, value]));

/** The kind of failure. In the SDK's messages, text after a colon comes from the token and is left out. */
function kindOf(error: unknown): string {
  if (error instanceof AuthenticationError) return (error.message.split(':')[0] ?? '').slice(0, 80);
  return error instanceof Error ? error.name : typeof error;
}
