import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { BotFrameworkAuthentication, ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { admitOnlyLoopback, admitOnlyTeams, type Channel, type Registration } from './authentication.ts';
import { type CallLimits, defaultCallLimits, limitEach, limitTogether, type Policy } from './callLimits.ts';
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
    limitCalls(this.botFrameworkAuthentication, channel.callLimits ?? defaultCallLimits);
    sendOnlyToServices(this.botFrameworkAuthentication, channel);
  }
}

/**
 * The SDK by itself repeats a failed call three times, with the same card, waits as long as a 429 says, and for ever for
 * an answer. The dispatcher does this better: it makes a new card, and continues with other chats while it waits for
 * one. Somebody who has pressed gets the answer without waiting for Teams' other calls.
 */
function limitCalls(authentication: BotFrameworkAuthentication, { alertMs, pressMs }: CallLimits): void {
  const createFactory = authentication.createConnectorFactory.bind(authentication);
  authentication.createConnectorFactory = (identity) => limited(createFactory(identity), limitEach(alertMs));
  const authenticate = authentication.authenticateRequest.bind(authentication);
  authentication.authenticateRequest = async (activity, header) => {
    const result = await authenticate(activity, header);
    if (result.connectorFactory) limited(result.connectorFactory, limitTogether(pressMs));
    return result;
  };
}

/** Each connector that the factory makes calls Teams once, within its limits. */
function limited<F extends Pick<ConnectorFactory, 'create'>>(factory: F, policy: Policy): F {
  const create = factory.create.bind(factory);
  factory.create = async (serviceUrl, audience) => {
    const connector = await create(serviceUrl, audience);
    const pipeline = pipelineOf(connector);
    // The SDK takes `noRetryPolicy` and does nothing with it.
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy(policy);
    return connector;
  };
  return factory;
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
      const host = URL.parse(serviceUrl)?.host;
      logger.error(
        { kind: 'security', what: 'send', outcome: 'foreignHost', host },
        'nothing is sent to an address that is no service',
      );
      throw new ForeignServiceError('The address is no service of this bot.');
    };
    return factory;
  };
}

interface Pipeline {
  addPolicy(policy: Policy): void;
  removePolicy(policy: { readonly name: string }): void;
}

/** The SDK does not say that a connector has one. */
function pipelineOf(connector: ConnectorClient): Pipeline {
  const { client } = connector as unknown as { readonly client: { readonly pipeline: Pipeline } };
  return client.pipeline;
}
