import type { OutgoingActivity } from './activities.ts';

/** What came back from the bot; `status` 0 when nothing did, and then `why` says it. */
export interface BotAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly why?: 'timeout' | 'unreachable';
}

/** Hands activities to the bot and knows which it is answering. */
export type BotDoor = ReturnType<typeof createBotDoor>;

const parsed = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
};

export const createBotDoor = ({
  endpoint,
  timeout,
}: {
  readonly endpoint: string;
  readonly timeout: number;
}) => {
  const underWay = new Set<string>();

  const post = async (activity: OutgoingActivity): Promise<BotAnswer> => {
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(timeout),
      });
      return { status: response.status, body: parsed(await response.text()) };
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { status: 0, why: late ? 'timeout' : 'unreachable' };
    }
  };

  return {
    async deliver(activity: OutgoingActivity): Promise<BotAnswer> {
      underWay.add(activity.id);
      try {
        return await post(activity);
      } finally {
        underWay.delete(activity.id);
      }
    },
    /**
     * Whether a message answers an activity that the bot is still handling; anything else it sends is an alert, even in
     * a chat in which it is answering at that moment.
     */
    isAnswering: (replyToId: string | undefined) => replyToId !== undefined && underWay.has(replyToId),
  };
};

/** The line that stands in the chat when a delivery failed; undefined when it did not. */
export const troubleOf = ({ status, why }: BotAnswer): string | undefined => {
  if (why === 'timeout') return 'The bot did not answer in time.';
  if (why === 'unreachable') return 'The bot cannot be reached.';
  return status >= 400 ? `The bot did not answer (HTTP ${status}).` : undefined;
};
