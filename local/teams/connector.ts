import type { IncomingMessage } from 'node:http';
import { z } from 'zod/v4';
import type { BotDoor } from './botDoor.ts';
import type { ChatStore } from './chatStore.ts';
import { type Answer, readJson, refused } from './http.ts';
import type { LiveEvents } from './liveEvents.ts';
import { memberRoutes } from './members.ts';
import { conversationIdOf, type Place, type Roster } from './people.ts';
import type { Attachment, MessageContent, MessageView } from './views.ts';

/** Bytes of one request (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages). */
const messageLimit = 100 * 1024;

const activitySchema = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  textFormat: z.string().optional(),
  summary: z.string().optional(),
  replyToId: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string() })).optional(),
});
type BotActivity = z.infer<typeof activitySchema>;

const conversationSchema = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).optional() }).optional(),
  activity: activitySchema.optional(),
});

const noConversation = refused(404, 'ConversationNotFound', 'Conversation not found.');
const noActivity = refused(404, 'ActivityNotFoundInConversation', 'Activity not found in conversation.');
const badSyntax = (message: string) => refused(400, 'BadSyntax', message);
const blockedByUser = refused(
  403,
  'ConversationBlockedByUser',
  'User blocked the conversation with the bot.',
);

export interface ConnectorDeps {
  readonly roster: Roster;
  readonly store: ChatStore;
  readonly live: LiveEvents;
  readonly door: BotDoor;
  readonly serviceUrl: string;
}

/** The Bot Connector routes that a bot calls, `/v3/…`; undefined for a path that Teams does not have either. */
export const createConnector = ({ roster, store, live, door, serviceUrl }: ConnectorDeps) => {
  const contentOf = (activity: BotActivity, alert: boolean): MessageContent => ({
    ...(activity.text === undefined ? {} : { text: activity.text }),
    ...(activity.textFormat === undefined ? {} : { textFormat: activity.textFormat }),
    ...(activity.summary === undefined ? {} : { summary: activity.summary }),
    attachments: (activity.attachments ?? []) as Attachment[],
    files: [],
    alert,
  });

  const tell = (message: MessageView) => {
    live.publish({ kind: 'message', message });
    return message;
  };

  const isBlocked = (place: Place) => place.kind === 'personal' && store.flag(`blocked:${place.person.id}`);

  const rootIsMissing = (place: Place) =>
    place.kind === 'channel' && place.root !== undefined && store.find(place.root)?.chat !== place.chat;

  const post = (place: Place, activity: BotActivity): Answer => {
    if (isBlocked(place)) return blockedByUser;
    if (rootIsMissing(place)) return noConversation;
    const root = place.kind === 'channel' ? place.root : undefined;
    if (activity.type === 'typing') {
      live.publish({ kind: 'typing', chat: place.chat, ...(root ? { root } : {}) });
      return { status: 202, body: {} };
    }
    if (activity.type !== 'message') return { status: 202, body: {} };
    const content = contentOf(activity, !door.isAnswering(activity.replyToId));
    const { id } = tell(store.add({ chat: place.chat, ...(root ? { root } : {}), from: 'bot', content }));
    return { status: 201, body: { id } };
  };

  const createConversation = (body: unknown): Answer => {
    const parsed = conversationSchema.safeParse(body);
    if (!parsed.success) return badSyntax('Invalid conversation parameters.');
    const { members, tenantId, channelData, activity } = parsed.data;
    if (channelData?.channel) return createThread(channelData.channel.id, activity);
    const person = members?.[0] && roster.personKnownAs(members[0].id);
    if (!person) return badSyntax('Invalid user identity in provided tenant.');
    if (tenantId && tenantId !== person.tenantId)
      return badSyntax('Invalid user identity in provided tenant.');
    const place = roster.chatOf(person);
    const first = activity && post(place, activity);
    if (first && first.status >= 400) return first;
    return {
      status: 201,
      body: { id: place.chat, serviceUrl, activityId: (first?.body as { id?: string })?.id },
    };
  };

  const createThread = (channelId: string, activity?: BotActivity): Answer => {
    const place = roster.placeOf(channelId);
    if (place?.kind !== 'channel') return noConversation;
    if (activity?.type !== 'message') return badSyntax('Activity is required to start a thread.');
    const { root: _, ...channel } = place;
    const activityId = (post(channel, activity).body as { id: string }).id;
    return {
      status: 201,
      body: { id: conversationIdOf({ ...channel, root: activityId }), activityId, serviceUrl },
    };
  };

  /** The bot's own message in that chat, or why there is none to change. */
  const own = (place: Place, activityId: string): MessageView | Answer => {
    const message = store.find(activityId);
    if (message?.chat !== place.chat) return noActivity;
    if (message.from !== 'bot') return refused(403, 'Forbidden', 'The bot can change its own messages only.');
    return message;
  };

  const update = (place: Place, activityId: string, activity: BotActivity): Answer => {
    if (isBlocked(place)) return blockedByUser;
    const message = own(place, activityId);
    if ('status' in message) return message;
    tell(store.update(activityId, { ...contentOf(activity, message.alert), edited: true }));
    return { status: 200, body: { id: activityId } };
  };

  const remove = (place: Place, activityId: string): Answer => {
    const message = own(place, activityId);
    if ('status' in message) return message;
    store.remove(activityId);
    live.publish({ kind: 'deleted', id: activityId });
    return { status: 200 };
  };

  const withActivity = (body: unknown, go: (activity: BotActivity) => Answer): Answer => {
    const parsed = activitySchema.safeParse(body);
    return parsed.success ? go(parsed.data) : badSyntax('Invalid activity.');
  };

  const inConversation = (
    method: string,
    rest: readonly string[],
    request: { place: Place; body: unknown },
  ): Answer => {
    const { place, body } = request;
    const [collection, id, more] = rest;
    if (collection !== 'activities') return memberRoutes(roster, place, { method, rest });
    if (method === 'GET' && id && more === 'members')
      return memberRoutes(roster, place, { method, rest: ['members'] });
    if (method === 'POST' && !more) return withActivity(body, (activity) => post(place, activity));
    if (method === 'PUT' && id) return withActivity(body, (activity) => update(place, id, activity));
    if (method === 'DELETE' && id) return remove(place, id);
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
    const place = roster.placeOf(conversationId);
    return place ? inConversation(method, rest, { place, body: json.value }) : noConversation;
  };
};
