import type { Action, AdaptiveCard, ShowCardAction } from 'adaptivecards';
import type { CardAction, MessageView, PersonView, PressOutcome } from '../teams/views.ts';
import { pressAction } from './api.ts';
import { createAutomaticRefresh } from './automaticRefresh.ts';
import { element } from './dom.ts';
import { hostConfig } from './hostConfig.ts';
import { cardHtml } from './markdown.ts';
import { cursorIn, putCursor, type TypedValues, typedIn, valuesOf, withTyped } from './typedValues.ts';

declare const AdaptiveCards: typeof import('adaptivecards');

/** Teams' own words. */
const failure = 'Something went wrong. Please try again.';

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardHtml(text);
  result.didProcess = true;
};

/** One card of one message, as one person sees it. */
export type CardView = ReturnType<typeof createCardView>;

export const createCardView = ({
  viewer,
  activityId,
  onMessage,
}: {
  readonly viewer: PersonView;
  readonly activityId: string;
  /** The message as it is after a press. */
  readonly onMessage: (message: MessageView) => void;
}) => {
  const body = element('fieldset', { class: 'card-body', 'data-testid': 'card' });
  const note = element('p', { class: 'card-note', role: 'status', 'data-testid': 'card-note', hidden: true });
  const whole = element('div', { class: 'card' }, body, note);
  let card: AdaptiveCard | undefined;
  let shown = '';
  let initial: TypedValues = new Map();
  let unfolded: string | undefined;
  let pressing = false;

  const tell = (text: string | undefined, bad = false) => {
    note.hidden = text === undefined;
    note.textContent = text ?? '';
    note.classList.toggle('card-note-bad', bad);
  };

  const setPressing = (on: boolean) => {
    pressing = on;
    body.disabled = on;
    body.setAttribute('aria-busy', String(on));
  };

  const apply = (outcome: PressOutcome) => {
    if (outcome.outcome === 'card') onMessage(outcome.message);
    // An empty text changes nothing.
    if (outcome.outcome === 'message') tell(outcome.text || undefined);
    if (outcome.outcome === 'failed') tell(failure, true);
  };

  /** Scrolls so that the next step of a long form starts in view. */
  const showTop = () => {
    const list = whole.closest('.list');
    const above = list && whole.getBoundingClientRect().top < list.getBoundingClientRect().top;
    if (above) whole.scrollIntoView({ block: 'start' });
  };

  const press = async (action: CardAction, button: HTMLElement | undefined) => {
    if (pressing) return;
    tell(undefined);
    setPressing(true);
    button?.classList.add('pressed');
    const outcome = await pressAction(viewer.id, { activityId, action, trigger: 'manual' }).catch(
      (): PressOutcome => ({ outcome: 'failed', status: 0 }),
    );
    apply(outcome);
    setPressing(false);
    if (outcome.outcome === 'card') showTop();
    button?.classList.remove('pressed');
    if (button?.isConnected) button.focus({ preventScroll: true });
    else body.focus({ preventScroll: true });
  };

  const onExecute = (action: Action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) {
      if (action.url) window.open(action.url, '_blank', 'noopener,noreferrer');
      return;
    }
    if (!(action instanceof AdaptiveCards.ExecuteAction || action instanceof AdaptiveCards.SubmitAction))
      return;
    const execute = action instanceof AdaptiveCards.ExecuteAction;
    const asked: CardAction = {
      type: execute ? 'Action.Execute' : 'Action.Submit',
      ...(action.id ? { id: action.id } : {}),
      ...(action.title ? { title: action.title } : {}),
      ...(execute ? { verb: action.verb } : {}),
      ...(action.data === undefined ? {} : { data: action.data }),
    };
    press(asked, action.renderedElement).catch(console.error);
  };

  const unfold = (made: AdaptiveCard, title: string | undefined) => {
    if (title === undefined) return;
    const action = made
      .getAllActions()
      .find((each) => each.getJsonTypeName() === 'Action.ShowCard' && each.title === title);
    action?.execute();
  };

  const render = (content: unknown, typed: TypedValues) => {
    const made = new AdaptiveCards.AdaptiveCard();
    made.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
    made.onExecuteAction = onExecute;
    made.onInlineCardExpanded = (action: ShowCardAction, expanded) => {
      unfolded = expanded ? action.title : undefined;
    };
    made.parse(content);
    made.render();
    initial = valuesOf(made);
    if (typed.size > 0) {
      made.parse(withTyped(content, typed));
      made.render();
    }
    return made;
  };

  const refresh = createAutomaticRefresh({ viewer, activityId, target: whole, onMessage });

  return {
    element: whole,
    /** Shows the card; unchanged content changes nothing. If the bot has changed the card, typed values are kept. */
    show(content: unknown, base: string) {
      refresh.watch(content, base);
      const wanted = JSON.stringify(content);
      if (wanted === shown) return;
      shown = wanted;
      const keep = card && !pressing;
      const typed: TypedValues = keep && card ? typedIn(card, initial) : new Map();
      const cursor = keep && card ? cursorIn(card) : undefined;
      const wasUnfolded = keep ? unfolded : undefined;
      unfolded = undefined;
      card = render(content, typed);
      body.tabIndex = -1;
      body.replaceChildren(card.renderedElement ?? 'This card cannot be shown.');
      if (pressing) tell(undefined);
      unfold(card, wasUnfolded);
      putCursor(card, cursor);
    },
    close: () => refresh.close(),
  };
};
