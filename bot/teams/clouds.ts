import type { TokenEndpoints } from './authentication.ts';

/** The addresses of one of Microsoft's clouds. */
interface CloudFacts {
  /** Who signs Teams' tokens for a bot; also what the bot's own token is for. */
  readonly issuer: string;
  readonly serviceHosts: readonly string[];
  readonly login: string;
  readonly openIdMetadata: string;
  readonly tokenService: string;
}

/** The names of the clouds, as used in the settings. */
export const cloudNames = ['public', 'usgov', 'china'] as const;

/** One of Microsoft's clouds, by its name. */
export type Cloud = (typeof cloudNames)[number];

/**
 * The clouds that have Teams: who signs the activities that Teams sends to a bot, and where answers go. Sources:
 * microsoft.github.io/teams-sdk, "Service URL Validation", and its cloud presets. GCC, unlike GCC High, is in the
 * public cloud; GCC High and DoD share an issuer.
 */
export const clouds: Readonly<Record<Cloud, CloudFacts>> = {
  public: {
    issuer: 'https://api.botframework.com',
    serviceHosts: [
      'smba.trafficmanager.net',
      'smba.onyx.prod.teams.trafficmanager.net',
      'smba.infra.gcc.teams.microsoft.com',
    ],
    login: 'https://login.microsoftonline.com',
    openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    tokenService: 'https://api.botframework.com',
  },
  usgov: {
    issuer: 'https://api.botframework.us',
    serviceHosts: ['smba.infra.gov.teams.microsoft.us', 'smba.infra.dod.teams.microsoft.us'],
    login: 'https://login.microsoftonline.us',
    openIdMetadata: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
    tokenService: 'https://api.botframework.azure.us',
  },
  china: {
    issuer: 'https://api.botframework.azure.cn',
    serviceHosts: ['frontend.botapi.msg.infra.teams.microsoftonline.cn'],
    login: 'https://login.partner.microsoftonline.cn',
    openIdMetadata: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    tokenService: 'https://token.botframework.azure.cn',
  },
};

/** Where a bot of this cloud and tenant gets its tokens, and the keys to verify those of Teams. */
export function endpointsOf(cloud: Cloud, tenantId: string): TokenEndpoints {
  const { issuer, login, openIdMetadata, tokenService } = clouds[cloud];
  return {
    ToChannelFromBotLoginUrl: `${login}/${tenantId}`,
    ToChannelFromBotOAuthScope: issuer,
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: tokenService,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
    // From this address the SDK fetches the keys of its emulator and of other bots. With Teams' keys here, none of
    // those is accepted.
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
    CallerId: '',
  };
}
