import type { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { Activity, ConversationParameters, TurnContext } from 'botbuilder';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import type { InConversation } from '../teams/inConversation.ts';
import { CallFailedError, PostFailedError } from './deliveryFaults.ts';

/** What messages without an activity to answer need of Teams. */
export interface PostingDependencies {
  readonly adapter: TeamsAdapter;
  /** The bot's app ID; empty when authentication is off (the local page). */
  readonly appId: string;
  readonly inConversation: InConversation;
}

/** The calls to Teams of which all alerts are made. */
export function createPosting({ adapter, appId, inConversation }: PostingDependencies) {
  /** Addresses at which Teams has taken something; each delivery has an address object of its own. */
  const reached = new WeakSet<ChatAddress>();

  async function act(
    address: ChatAddress,
    conversationId: string,
    call: (context: TurnContext) => Promise<unknown>,
  ): Promise<void> {
    await inConversation(address, conversationId, call);
    reached.add(address);
  }

  return {
    /** A new message in a chat or a thread; `then` is given its ID before anything else can fail. */
    async send(
      address: ChatAddress,
      { conversationId, message }: { readonly conversationId: string; readonly message: Partial<Activity> },
      then: (activityId: string) => Promise<void> = async () => undefined,
    ): Promise<void> {
      await act(address, conversationId, async (context) => {
        const sent = await posting(() => context.sendActivity(message));
        await then(sent?.id ?? '');
      });
    },

    /** A new thread in a channel; returns its conversation ID. */
    async startThread(address: ChatAddress, message: Partial<Activity>): Promise<string> {
      const { channelId, serviceUrl, bot, conversation } = address;
      const parameters = {
        isGroup: true,
        bot,
        channelData: { channel: { id: conversation.id } },
        activity: { type: 'message', ...message },
      } as ConversationParameters;
      let conversationId = '';
      const started = async (context: TurnContext) => {
        conversationId = context.activity.conversation.id;
      };
      await posting(() =>
        adapter.createConversationAsync(appId, channelId, serviceUrl, '', parameters, started),
      );
      reached.add(address);
      return conversationId;
    },

    /** A message that is there already shows something else from now on. */
    update: (address: ChatAddress, conversationId: string, message: Partial<Activity>): Promise<void> =>
      act(address, conversationId, (context) =>
        context.updateActivity(message).catch((error: unknown) => {
          throw new CallFailedError('A message could not be updated.', { cause: error });
        }),
      ),

    /** Whether Teams has taken anything at this address, the object that was handed in. */
    hasReached: (address: ChatAddress): boolean => reached.has(address),
  };
}

/** What `createPosting` makes. */
export type Posting = ReturnType<typeof createPosting>;

/** A failed post may have been carried out, unlike a failed update: the dispatcher has to know. */
async function posting<T>(post: () => Promise<T>): Promise<T> {
  try {
    return await post();
  } catch (error) {
    throw new PostFailedError('A message could not be posted.', { cause: error });
  }
}
