import { ActivityTypes, type TurnContext } from 'botbuilder';

/** How long an answer may take before "is typing" is shown, in milliseconds. */
export const typingAfterMs = 500;
/** Teams hides "is typing" after a few seconds, so it is repeated at this interval, in milliseconds. */
export const typingAgainMs = 3000;
/** How long an answer waits for a typing activity that is being sent, to come after it, in milliseconds. */
const patienceMs = 2000;

/**
 * Runs `run`, and shows "is typing" when the answer takes long or as soon as `run` asks for it. No typing activity can
 * arrive after the first answer or after the end of `run`. If it cannot be sent, nothing fails.
 */
export async function whileTyping(
  context: TurnContext,
  run: (show: () => void) => Promise<void>,
): Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let onTheWay: Promise<unknown> | undefined;

  const show = (): void => {
    if (stopped || onTheWay) return;
    clearTimeout(timer);
    onTheWay = context
      .sendActivity({ type: ActivityTypes.Typing })
      .catch(() => undefined)
      .finally(() => {
        onTheWay = undefined;
        if (!stopped) timer = setTimeout(show, typingAgainMs);
      });
  };
  const stop = async (): Promise<void> => {
    stopped = true;
    clearTimeout(timer);
    if (!onTheWay) return;
    let patience: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      patience = setTimeout(resolve, patienceMs);
    });
    await Promise.race([onTheWay, enough]);
    clearTimeout(patience);
    onTheWay = undefined;
  };

  context.onSendActivities(async (_context, activities, next) => {
    if (activities.some(({ type }) => type !== ActivityTypes.Typing)) await stop();
    return await next();
  });
  context.onUpdateActivity(async (_context, _activity, next) => {
    await stop();
    return await next();
  });
  timer = setTimeout(show, typingAfterMs);
  try {
    await run(show);
  } finally {
    await stop();
  }
}
