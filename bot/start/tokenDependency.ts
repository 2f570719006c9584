import { AppCredentials } from 'botframework-connector';
import { noAnswerOf, ServiceAwayError } from '../../services/storage/serviceFault.ts';
import type { TokenEndpoints } from '../teams/authentication.ts';
import { createOwnCredentials, type Heard } from '../teams/ownCredentials.ts';
import { type Dependency, WrongSettingError } from './dependency.ts';

/** What the bot's own token is asked for with. */
export interface TokenAsked {
  readonly appId: string;
  readonly appPassword: string;
  readonly endpoints: Pick<TokenEndpoints, 'ToChannelFromBotLoginUrl' | 'ToChannelFromBotOAuthScope'>;
  /** Whether the addresses come from the settings, not from a cloud. */
  readonly ownAddresses: boolean;
}

/** Which setting Entra means (learn.microsoft.com/entra/identity-platform/reference-error-codes). */
const settingsByCode: readonly (readonly [setting: string, codes: RegExp])[] = [
  ['MICROSOFT_APP_PASSWORD', /^AADSTS(7000215|7000216|7000218|7000222)$/],
  ['MICROSOFT_APP_ID', /^AADSTS(700016|7000112|90013)$/],
  ['MICROSOFT_APP_TENANT_ID', /^AADSTS(90002|900023|50059)$/],
];
const scopeCodes = /^AADSTS(500011|500014|70011|1002012)$/;
/** Entra's own trouble. */
const passingCodes = /^AADSTS(90033|90055|50196|90006|90012)$/;
const oneOfThese = 'MICROSOFT_APP_ID, MICROSOFT_APP_TENANT_ID or MICROSOFT_APP_PASSWORD';
/** MSAL asks twice: where tokens are, and for one. */
const requestMs = 4000;

/** The bot's own token, with which it speaks to Teams: asked for once, and kept for the first answer. */
export const tokenDependency = (asked: TokenAsked): Dependency => ({
  name: 'ownToken',
  probe: async () => {
    let heard: Heard = {};
    try {
      await askForToken(asked, (last) => {
        heard = last;
      });
    } catch {
      // MSAL keeps to itself what it was answered.
      throw tokenFault(heard, asked);
    }
  },
});

async function askForToken(
  { appId, appPassword, endpoints }: TokenAsked,
  onHeard: (heard: Heard) => void,
): Promise<void> {
  const { ToChannelFromBotLoginUrl: authority, ToChannelFromBotOAuthScope: scope } = endpoints;
  const factory = createOwnCredentials({ appId, appPassword, authority, limitMs: requestMs, onHeard });
  const credentials = await factory.createCredentials(appId, scope, authority, true);
  if (!(credentials instanceof AppCredentials)) throw new Error('The SDK makes other credentials.');
  await credentials.getToken();
}

function tokenFault(
  { error, status = 0, code = '' }: Heard,
  { endpoints, ownAddresses }: TokenAsked,
): WrongSettingError | ServiceAwayError {
  const service = `Entra at ${new URL(endpoints.ToChannelFromBotLoginUrl).host}`;
  const addressSetting = ownAddresses ? 'TOKEN_AUTHORITY' : 'CHANNEL_CLOUD';
  const none = error ? noAnswerOf(error) : undefined;
  if (none?.lasting) return new WrongSettingError(addressSetting, `${service}: ${none.why}`);
  if (none) return new ServiceAwayError(`${service}: ${none.why}`);
  if (status >= 500 || status === 429 || status === 408 || passingCodes.test(code))
    return new ServiceAwayError(`${service} answers ${[status, code].join(' ').trim()}`);
  const refusal = `${service} gives no token: ${code || status}`;
  const setting = settingsByCode.find(([, codes]) => codes.test(code))?.[0];
  if (setting) return new WrongSettingError(setting, refusal);
  if (scopeCodes.test(code))
    return new WrongSettingError(ownAddresses ? 'TOKEN_SCOPE' : 'CHANNEL_CLOUD', refusal);
  if (code || status === 400 || status === 401) return new WrongSettingError(oneOfThese, refusal);
  // Whatever a cloud's own address answers besides, its users cannot set.
  const strange = `what answers there is not ${service}`;
  return ownAddresses ? new WrongSettingError(addressSetting, strange) : new ServiceAwayError(strange);
}
