import type { CardAction, MessageView, PersonView } from '../teams/views.ts';
import { pressAction } from './api.ts';

interface Refreshable {
  readonly refresh?: { readonly action?: CardAction; readonly userIds?: readonly string[] };
}

/** The program's time has been moved, so cards may be out of date. */
export const timeMoved = 'timemoved';

/** After a minute, Teams asks once more for a card that comes into view. */
const rest = 60_000;

/** Asks the bot for the person's own copy when a card with `refresh` comes into sight, as Teams does by itself. */
export const createAutomaticRefresh = ({
  viewer,
  activityId,
  target,
  onMessage,
}: {
  readonly viewer: PersonView;
  readonly activityId: string;
  readonly target: Element;
  readonly onMessage: (message: MessageView) => void;
}) => {
  let action: CardAction | undefined;
  let base = '';
  let asked = { base: '', at: 0 };
  let visible = false;

  const ask = async () => {
    const due = asked.base !== base || Date.now() - asked.at > rest;
    if (!visible || !action || !due) return;
    asked = { base, at: Date.now() };
    const outcome = await pressAction(viewer.id, { activityId, action, trigger: 'automatic' });
    if (outcome.outcome === 'card') onMessage(outcome.message);
  };
  /** A failed refresh leaves the card as it is; Teams shows no error either. */
  const askQuietly = () => void ask().catch(() => undefined);

  const observer = new IntersectionObserver((entries) => {
    visible = entries.some((entry) => entry.isIntersecting);
    askQuietly();
  });
  observer.observe(target);

  const askAnew = () => {
    asked = { base: '', at: 0 };
    askQuietly();
  };
  document.addEventListener(timeMoved, askAnew);

  return {
    /** `newBase`: what the bot sent to everybody; when that changes, the person's copy is out of date. */
    watch(content: unknown, newBase: string) {
      const { refresh } = content as Refreshable;
      const forViewer = !refresh?.userIds || refresh.userIds.includes(viewer.userId);
      action = forViewer ? refresh?.action : undefined;
      base = newBase;
      askQuietly();
    },
    close() {
      observer.disconnect();
      document.removeEventListener(timeMoved, askAnew);
    },
  };
};
