import { ActivityTypes, type TurnContext } from 'botbuilder';

/** How long an answer may take until the person is shown that it is under way, in milliseconds. */
export const typingAfterMs = 500;
/** Teams takes the dots away after a few seconds, so they are shown again until the answer, in milliseconds. */
export const typingAgainMs = 3000;
/** How long an answer waits for dots that are on their way, so that they come before it, in milliseconds. */
const patienceMs = 2000;

/**
 * Runs an activity, with "is typing" while its answer takes long, or as soon as the activity asks for it. The dots end with the
 * first answer and with the activity: none can arrive after either. That they cannot be shown is no reason to fail.
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
