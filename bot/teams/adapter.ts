import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { BotFrameworkAuthentication, ConnectorClient } from 'botframework-connector';
import { type Registration, refuseBrokenTokens, type TokenEndpoints } from './authentication.ts';

/** The adapter of the bot's registration; without one it authenticates nobody: only for one machine. */
export function createTeamsAdapter(registration: Registration, endpoints?: TokenEndpoints): TeamsAdapter {
  return new ClaimsAdapter(registration, endpoints);
}

class ClaimsAdapter extends TeamsAdapter {
  constructor({ appId, appPassword, appTenantId }: Registration, endpoints?: TokenEndpoints) {
    const registered = {
      MicrosoftAppId: appId,
      MicrosoftAppPassword: appPassword,
      MicrosoftAppTenantId: appTenantId,
      MicrosoftAppType: 'SingleTenant',
      ...endpoints,
    };
    super(appId === '' ? {} : registered);
    if (appId !== '') refuseBrokenTokens(this.botFrameworkAuthentication);
    sendAlertsOnce(this.botFrameworkAuthentication);
  }
}

/**
 * The SDK tries a failed call three times more by itself, with the card of the first time, and waits as long as a 429
 * says. The dispatcher does that: it makes the card anew, and goes on with the others while one chat is waited for.
 */
function sendAlertsOnce(authentication: BotFrameworkAuthentication): void {
  const createFactory = authentication.createConnectorFactory.bind(authentication);
  // The turns of people have a factory of their own: an answer may well be tried again.
  authentication.createConnectorFactory = (identity) => {
    const factory = createFactory(identity);
    const create = factory.create.bind(factory);
    factory.create = async (serviceUrl, audience) => withoutRetries(await create(serviceUrl, audience));
    return factory;
  };
}

/** The SDK takes `noRetryPolicy` and does nothing with it. */
function withoutRetries(connector: ConnectorClient): ConnectorClient {
  const { client } = connector as unknown as {
    readonly client: { readonly pipeline: { removePolicy(policy: { readonly name: string }): void } };
  };
  client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  return connector;
}
