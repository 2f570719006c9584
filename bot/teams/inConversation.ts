import type { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { TurnContext } from 'botbuilder';
import { type ChatAddress, referenceTo } from './chatAddresses.ts';

/** Acts in a chat or thread with a known address, outside the handling of an activity there; throws on failure. */
export type InConversation = (
  address: ChatAddress,
  conversationId: string,
  act: (context: TurnContext) => Promise<unknown>,
) => Promise<void>;

/** `appId` is empty when authentication is off (the local page). */
export function createInConversation(adapter: TeamsAdapter, appId: string): InConversation {
  return async (address, conversationId, act) => {
    // The adapter's own error handler would swallow a failure, and the message would count as sent.
    let failure: { readonly error: unknown } | undefined;
    await adapter.continueConversationAsync(appId, referenceTo(address, conversationId), async (context) => {
      await act(context).catch((error: unknown) => {
        failure = { error };
      });
    });
    if (failure) throw failure.error;
  };
}
