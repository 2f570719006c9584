import { type Activity, INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import { senderOf } from './identity.ts';
import { readRefresh } from './incoming.ts';

/** So many answered activities are remembered; Teams repeats one within a minute. */
const mostRemembered = 1000;

/**
 * Handles each activity once: when Teams delivers it again, because the answer was slow, nothing is said a second time,
 * and a press gets the same answer. Each process remembers what it has answered itself; commands are also recognised by
 * the mark in their batch.
 */
export function createAnsweredActivities(most = mostRemembered) {
  /** The answer to an invoke; undefined for what is answered in the chat. */
  const answers = new Map<string, Partial<Activity> | undefined>();

  /** To be called for one activity of a conversation at a time. What has failed is handled again. */
  return async function once(context: TurnContext, handle: () => Promise<unknown>): Promise<void> {
    const key = keyOf(context.activity);
    if (key === undefined) return void (await handle());
    if (answers.has(key)) {
      const answer = answers.get(key);
      if (answer) await context.sendActivity(answer);
      return;
    }
    await handle();
    answers.set(key, context.turnState.get<Partial<Activity> | undefined>(INVOKE_RESPONSE_KEY));
    const [oldest] = answers.keys();
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
  };
}

/** None for what says nothing in the chat anyway: a card that Teams asks for by itself. */
function keyOf(activity: Activity): string | undefined {
  if (!activity.id || readRefresh(activity) !== undefined) return undefined;
  return [activity.conversation.id, senderOf(activity) ?? activity.from.id, activity.type, activity.id].join(
    '|',
  );
}
