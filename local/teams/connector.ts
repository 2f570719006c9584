import type { IncomingMessage } from 'node:http';
import { type BotActivity, botActivitySchema } from './botActivity.ts';
import { type BotMessagesDeps, createBotMessages } from './botMessages.ts';
import { badSyntax, noConversation } from './connectorRefusals.ts';
import { type Answer, readJson, refused } from './http.ts';
import { memberRoutes } from './members.ts';
import { createNewConversations } from './newConversations.ts';
import type { Conversation, Roster } from './people.ts';

/** Bytes of one request (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages). */
const messageLimit = 100 * 1024;

/** What the routes read and change; `serviceUrl` is the own address, as the bot is told it. */
export interface ConnectorDeps extends BotMessagesDeps {
  readonly roster: Roster;
  readonly serviceUrl: string;
}

interface ConversationRequest {
  readonly method: string;
  readonly conversation: Conversation;
  readonly body: unknown;
}

/** The Bot Connector routes that a bot calls, `/v3/…`. A path that Teams does not have is refused, as there. */
export const createConnector = ({ roster, serviceUrl, ...deps }: ConnectorDeps) => {
  const messages = createBotMessages(deps);
  const createConversation = createNewConversations({ roster, messages, serviceUrl });

  const inConversation = (
    { method, conversation, body }: ConversationRequest,
    rest: readonly string[],
  ): Answer => {
    const [collection, id, more] = rest;
    if (collection !== 'activities') return memberRoutes(roster, conversation, { method, rest });
    if (method === 'GET' && id && more === 'members')
      return memberRoutes(roster, conversation, { method, rest: ['members'] });
    if (method === 'POST' && !more)
      return withActivity(body, (activity) => messages.post(conversation, activity));
    if (method === 'PUT' && id)
      return withActivity(body, (activity) => messages.update(conversation, id, activity));
    if (method === 'DELETE' && id) return messages.remove(conversation, id);
    return refused(405, 'MethodNotAllowed', 'Not allowed here.');
  };

  /** `parts`: the decoded path without `v3`. */
  return async (request: IncomingMessage, parts: readonly string[]): Promise<Answer> => {
    const method = request.method ?? 'GET';
    const json = await readJson(request, messageLimit);
    if (!json.ok && json.why === 'tooBig')
      return refused(413, 'MessageSizeTooBig', 'Message size too large.');
    if (!json.ok) return badSyntax('The request body is not JSON.');
    const [collection, conversationId, ...rest] = parts;
    if (collection === 'teams') return memberRoutes(roster, undefined, { method, rest: parts });
    if (collection !== 'conversations') return refused(404, 'NotFound', 'No such route.');
    if (conversationId === undefined) {
      return method === 'POST'
        ? createConversation(json.value)
        : { status: 200, body: { conversations: [] } };
    }
    const conversation = roster.conversationOf(conversationId);
    return conversation ? inConversation({ method, conversation, body: json.value }, rest) : noConversation;
  };
};

const withActivity = (body: unknown, go: (activity: BotActivity) => Answer): Answer => {
  const parsed = botActivitySchema.safeParse(body);
  return parsed.success ? go(parsed.data) : badSyntax('Invalid activity.');
};
