import type { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { TurnContext } from 'botbuilder';
import { type Place, referenceTo } from './places.ts';

/** Acts in a chat or thread of a known place, outside the activity that goes on there or without one; throws what failed. */
export type InConversation = (
  place: Place,
  conversationId: string,
  act: (context: TurnContext) => Promise<unknown>,
) => Promise<void>;

/** `appId` is empty when authentication is off (the local page). */
export function createInConversation(adapter: TeamsAdapter, appId: string): InConversation {
  return async (place, conversationId, act) => {
    // The adapter's own handler would swallow a failure, and what failed would count as sent.
    let failure: { readonly error: unknown } | undefined;
    await adapter.continueConversationAsync(appId, referenceTo(place, conversationId), async (context) => {
      await act(context).catch((error: unknown) => {
        failure = { error };
      });
    });
    if (failure) throw failure.error;
  };
}
