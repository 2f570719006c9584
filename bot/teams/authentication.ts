import {
  AuthenticationError,
  type BotFrameworkAuthentication,
  type ClaimsIdentity,
  EmulatorValidation,
} from 'botframework-connector';
import { z } from 'zod/v4';
import type { Logger } from '../logger.ts';
import type { IsService } from './serviceHosts.ts';

/** The bot registration; `appId` empty on one machine, where authentication is off. */
export interface Registration {
  readonly appId: string;
  readonly appPassword: string;
  readonly appTenantId: string;
}

/**
 * Where tokens come from and are checked. The SDK has its own addresses of the public cloud; naming one turns all of
 * them off, so all are given or none.
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
}

const teams = 'msteams';
/** A token that never ends is a key for ever. A day is more than any needs that Teams makes for one activity. */
const longestLifeSeconds = 25 * 60 * 60;

const claimsOfTeams = z.object({ iss: z.string(), serviceurl: z.string(), exp: z.number() });

/** What is wrong with a token although its signature is valid. */
export type Foreign = 'claims missing' | 'issuer' | 'service URL' | 'service host' | 'lifetime';

/**
 * Why a verified token is not one that Teams has signed for this activity; undefined when it is. The service URL must be
 * equal to the last character: the SDK asks the same of Teams' tokens, and Teams writes both from one value.
 */
export function whyForeign(
  claims: Readonly<Record<string, unknown>>,
  serviceUrl: string,
  { issuer, isService, now }: Pick<Channel, 'issuer' | 'isService'> & { readonly now: Date },
): Foreign | undefined {
  const parsed = claimsOfTeams.safeParse(claims);
  if (!parsed.success) return 'claims missing';
  const { iss, serviceurl, exp } = parsed.data;
  if (iss !== issuer) return 'issuer';
  if (serviceurl !== serviceUrl) return 'service URL';
  if (!isService(serviceUrl)) return 'service host';
  return exp > now.getTime() / 1000 + longestLifeSeconds ? 'lifetime' : undefined;
}

/**
 * Lets in what Teams sends, and nobody else. The SDK has doors for its emulator, for other bots and for other channels:
 * through them any Entra tenant's token that names this bot is taken, without an address that it is good for. It also
 * answers 500, with what it fell over, to a token that is forged, unsigned or not valid yet. Here all are 401.
 */
export function admitOnlyTeams(authentication: BotFrameworkAuthentication, channel: Channel): void {
  const authenticate = authentication.authenticateRequest.bind(authentication);
  authentication.authenticateRequest = async (activity, header) => {
    if (activity.channelId !== teams) throw refusal(channel, 'channel');
    forgetEmulators();
    const result = await authenticate(activity, header).catch((error: unknown) => {
      throw refusal(channel, kindOf(error));
    });
    const why = whyForeign(claimsOf(result.claimsIdentity), activity.serviceUrl ?? '', {
      ...channel,
      now: channel.now(),
    });
    if (why) throw refusal(channel, why, activity.serviceUrl);
    return result;
  };
}

/** Where authentication is off, anybody on this machine may speak, and is answered on this machine only. */
export function admitOnlyLoopback(authentication: BotFrameworkAuthentication, channel: Channel): void {
  const authenticate = authentication.authenticateRequest.bind(authentication);
  authentication.authenticateRequest = async (activity, header) => {
    if (channel.isService(activity.serviceUrl ?? '')) return await authenticate(activity, header);
    throw refusal(channel, 'service host', activity.serviceUrl);
  };
}

/** One answer for every reason, which only the log says. The SDK prints what it is thrown: here without the way to it. */
function refusal({ logger }: Channel, why: string, serviceUrl = ''): AuthenticationError {
  const host = why === 'service host' ? { host: URL.parse(serviceUrl)?.host } : {};
  logger.warn({ why, ...host }, 'a request was refused: it is not from Teams');
  const error = new AuthenticationError('Unauthorized.', 401);
  error.stack = error.message;
  return error;
}

/** The SDK keeps the tenants of all tokens it is shown, verified or not, for ever. */
function forgetEmulators(): void {
  const { issuer } = EmulatorValidation.ToBotFromEmulatorTokenValidationParameters;
  if (Array.isArray(issuer)) issuer.length = 0;
}

const claimsOf = ({ claims }: ClaimsIdentity) =>
  Object.fromEntries(claims.map(({ type, value }): [string, unknown] => [type, value]));

/** What kind of failure it was; what the SDK says behind a colon comes from the token. */
function kindOf(error: unknown): string {
  if (error instanceof AuthenticationError) return (error.message.split(':')[0] ?? '').slice(0, 80);
  return error instanceof Error ? error.name : typeof error;
}
