import { refused } from './http.ts';

/** There is no such chat, channel or thread. */
export const noConversation = refused(404, 'ConversationNotFound', 'Conversation not found.');

/** There is no such message in that conversation. */
export const noActivity = refused(
  404,
  'ActivityNotFoundInConversation',
  'Activity not found in conversation.',
);

/** The person has blocked the bot. */
export const blockedByUser = refused(
  403,
  'ConversationBlockedByUser',
  'User blocked the conversation with the bot.',
);

/** The request cannot be read. */
export const badSyntax = (message: string) => refused(400, 'BadSyntax', message);
