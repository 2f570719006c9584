import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { BotFrameworkAuthentication, ConnectorClient } from 'botframework-connector';
import { admitOnlyLoopback, admitOnlyTeams, type Channel, type Registration } from './authentication.ts';
import { ForeignServiceError } from './serviceHosts.ts';

/** The adapter for the bot's registration. Without one it authenticates nobody: for use on one machine only. */
export function createTeamsAdapter(registration: Registration, channel: Channel): TeamsAdapter {
  return new ClaimsAdapter(registration, channel);
}

class ClaimsAdapter extends TeamsAdapter {
  constructor({ appId, appPassword, appTenantId }: Registration, channel: Channel) {
    const registered = {
      MicrosoftAppId: appId,
      MicrosoftAppPassword: appPassword,
      MicrosoftAppTenantId: appTenantId,
      MicrosoftAppType: 'SingleTenant',
      ...channel.endpoints,
    };
    super(appId === '' ? {} : registered, channel.credentials);
    const admit = appId === '' ? admitOnlyLoopback : admitOnlyTeams;
    admit(this.botFrameworkAuthentication, channel);
    sendAlertsOnce(this.botFrameworkAuthentication);
    sendOnlyToServices(this.botFrameworkAuthentication, channel);
  }
}

/**
 * The SDK by itself repeats a failed call three times, with the same card, and waits as long as a 429 says. The
 * dispatcher does this better: it makes a new card, and continues with other chats while it waits for one.
 */
function sendAlertsOnce(authentication: BotFrameworkAuthentication): void {
  const createFactory = authentication.createConnectorFactory.bind(authentication);
  // Answers to people use a different factory: those may be repeated.
  authentication.createConnectorFactory = (identity) => {
    const factory = createFactory(identity);
    const create = factory.create.bind(factory);
    factory.create = async (serviceUrl, audience) => withoutRetries(await create(serviceUrl, audience));
    return factory;
  };
}

/**
 * The SDK sends the bot's token wherever a stored address says. An address may be older than this check, or come from
 * another installation's data, so nothing is sent to it. This counts as a temporary fault: the alert is tried again,
 * and sent as soon as the person writes from a valid address.
 */
function sendOnlyToServices(
  authentication: BotFrameworkAuthentication,
  { isService, logger }: Channel,
): void {
  const createFactory = authentication.createConnectorFactory.bind(authentication);
  authentication.createConnectorFactory = (identity) => {
    const factory = createFactory(identity);
    const create = factory.create.bind(factory);
    factory.create = async (serviceUrl, audience) => {
      if (isService(serviceUrl)) return await create(serviceUrl, audience);
      logger.error({ host: URL.parse(serviceUrl)?.host }, 'nothing is sent to an address that is no service');
      throw new ForeignServiceError('The address is no service of this bot.');
    };
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
