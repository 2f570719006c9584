import { AuthenticationError, type BotFrameworkAuthentication } from 'botframework-connector';

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

const teams = 'msteams';
/** What `jsonwebtoken` throws for a token that is forged, unsigned, not valid yet or no JSON. */
const tokenFaults = ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError', 'SyntaxError'];

/** The SDK answers 500 for a token that is forged, unsigned or not valid yet: it is 401, whoever sent it. */
export function refuseBrokenTokens(authentication: BotFrameworkAuthentication): void {
  const authenticate = authentication.authenticateRequest.bind(authentication);
  authentication.authenticateRequest = async (activity, header) => {
    // The SDK has other doors for other channels, one of them without settings of ours.
    if (activity.channelId !== teams)
      throw new AuthenticationError('Unauthorized. Only Microsoft Teams.', 401);
    try {
      return await authenticate(activity, header);
    } catch (error) {
      if (!(error instanceof Error) || !tokenFaults.includes(error.name)) throw error;
      throw new AuthenticationError('Unauthorized. The token is not valid.', 401);
    }
  };
}
