import type { MessageView, PersonView, PressOutcome, State } from '../../local/teams/views.ts';

/** A card on somebody's screen: its activity, what it says, its buttons and inputs. */
export interface SeenCard {
  readonly activityId: string;
  readonly content: Record<string, unknown>;
  /** Everything that can be read on it. */
  readonly text: string;
  readonly buttons: readonly string[];
  /** Input values by ID. */
  readonly inputs: Readonly<Record<string, string>>;
}

type Node = Record<string, unknown>;

/** What a person's client knows: an older one sends each button's fallback. */
export type Client = 'Action.Execute' | 'Action.Submit';

/** One person at the local page, driven over HTTP: says, attaches and presses, and reads what is on the screen. */
export function chatPerson(address: string, id: string, client: Client = 'Action.Execute') {
  const api = new URL('/local/api/', address);

  async function call(path: string, body?: unknown): Promise<unknown> {
    const init =
      body === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetch(new URL(path, api), init);
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  /** The whole state holds every card of every chat, and tests ask all the time: they name the one they want. */
  const stateOf = async (chat: string, more = '') =>
    (await call(`state?chat=${encodeURIComponent(chat)}${more}`)) as State;

  async function me(): Promise<PersonView> {
    const found = (await stateOf('')).people.find((person) => person.id === id);
    if (!found) throw new Error(`Nobody called ${id} sits at the page`);
    return found;
  }

  let own: string | undefined;
  const ownChat = async () => {
    own ??= (await me()).chat;
    return own;
  };
  const messages = async (chat?: string): Promise<readonly MessageView[]> =>
    (await stateOf(chat ?? (await ownChat()))).messages;

  /** The card that a message shows this person, if it shows one. */
  function cardOn(message: MessageView): SeenCard | undefined {
    const shown = message.replacements[id] ?? message.attachments;
    const content = shown.find(({ contentType }) => contentType === cardType)?.content as Node | undefined;
    return content && seen(message.id, content);
  }

  async function cards(chat?: string): Promise<SeenCard[]> {
    return (await messages(chat)).flatMap((message) => cardOn(message) ?? []);
  }

  /** The newest message that fits: it is nearly always one of the last, and a chat of a test has hundreds. */
  async function newestMessage<T>(found: (message: MessageView) => T | undefined, chat?: string) {
    const asked = chat ?? (await ownChat());
    const among = (some: readonly MessageView[]): T | undefined => {
      for (const message of some.toReversed()) {
        const fitting = found(message);
        if (fitting !== undefined) return fitting;
      }
      return undefined;
    };
    for (const newest of [3, 20]) {
      const { messages: last, shortened } = await stateOf(asked, `&newest=${newest}`);
      const fitting = among(last);
      if (fitting !== undefined || shortened.length === 0) return fitting;
    }
    return among(await messages(asked));
  }

  const newestThat = (fits: (card: SeenCard) => boolean, chat?: string): Promise<SeenCard | undefined> =>
    newestMessage((message) => {
      const shown = cardOn(message);
      return shown && fits(shown) ? shown : undefined;
    }, chat);

  async function card(chat?: string): Promise<SeenCard> {
    const newest = await newestThat(() => true, chat);
    if (!newest) throw new Error(`${id} sees no card`);
    return newest;
  }

  /** The newest card with one of these buttons: an alert may have come in between, and has a number of its own. */
  async function newestWith(...titles: readonly string[]): Promise<SeenCard> {
    const found = await newestThat(({ buttons }) => titles.some((title) => buttons.includes(title)));
    if (!found) throw new Error(`${id} sees no card with ${titles.join(' or ')}`);
    return found;
  }

  /** Presses the button of that title; what stands in the inputs goes along, overlaid with `typed`. */
  async function press(
    on: SeenCard,
    title: string | RegExp,
    typed: Record<string, string> = {},
  ): Promise<unknown> {
    const action = actionsOf(on.content).find((known) => matches(String(known.title), title));
    if (!action)
      throw new Error(`No button ${title} on the card; there are: ${on.buttons.join(' | ')}\n${on.text}`);
    return await pressAction(on, action, typed);
  }

  /** The same for an action of the card. */
  async function pressAction(
    on: SeenCard,
    action: Node,
    typed: Record<string, string> = {},
  ): Promise<unknown> {
    const { type, verb, data } = client === 'Action.Submit' ? fallbackOf(action) : action;
    const outcome = (await call(`people/${id}/press`, {
      activityId: on.activityId,
      action: { type, title: action.title, verb, data },
      inputs: { ...on.inputs, ...typed },
    })) as PressOutcome;
    if (outcome.outcome === 'failed' && outcome.status === 200)
      throw new Error(`“${action.title}” was answered with an empty message`);
    return outcome;
  }

  /** The cards among the newest messages; `alert`: one that nobody's press or word asked for. */
  async function newestCards(): Promise<(SeenCard & { readonly alert: boolean })[]> {
    const { messages: last } = await stateOf(await ownChat(), '&newest=8');
    return last.flatMap((message) => {
      const shown = cardOn(message);
      return shown ? [{ ...shown, alert: message.alert }] : [];
    });
  }

  return {
    id,
    me,
    messages,
    cards,
    card,
    newestCards,
    newestWith,
    press,
    pressAction,
    call,
    say: (text: string, conversation?: string) =>
      call(`people/${id}/messages`, { text, ...(conversation ? { conversation } : {}) }),

    async attach(name: string, content: string | Uint8Array<ArrayBuffer>, words = ''): Promise<void> {
      const path = new URL(`people/${id}/uploads?name=${encodeURIComponent(name)}`, api);
      const response = await fetch(path, { method: 'POST', body: content });
      const { uploadId } = (await response.json()) as { uploadId: string };
      await call(`people/${id}/messages`, { text: words, uploads: [uploadId] });
    },

    /** The newest plain text from the bot. */
    async lastText(): Promise<string> {
      return (await newestMessage(({ from, text }) => (from === 'bot' && text ? text : undefined))) ?? '';
    },

    /** Presses on the newest card that has the button: an alert may have come in between. */
    pressNewest: async (title: string | RegExp, typed: Record<string, string> = {}) => {
      const offering = await newestThat(({ buttons }) => buttons.some((name) => matches(name, title)));
      return await press(offering ?? (await card()), title, typed);
    },

    /** Presses *Approve*, and once more on the question (D15). */
    async approves(typed: Record<string, string> = {}): Promise<unknown> {
      await this.pressNewest('Approve');
      return await this.pressNewest('Approve', typed);
    },

    /** Waits until the newest card reads so; alerts arrive by themselves. */
    async awaitCard(pattern: RegExp, chat?: string): Promise<SeenCard> {
      const until = Date.now() + patienceMs;
      for (;;) {
        const found = await newestThat(({ text }) => pattern.test(text), chat);
        if (found) return found;
        if (Date.now() > until)
          throw new Error(`${id} waited for ${pattern}; newest: ${(await card(chat)).text}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
  };
}

export type ChatPerson = ReturnType<typeof chatPerson>;

const cardType = 'application/vnd.microsoft.card.adaptive';
const patienceMs = 20_000;

/** The button as a client presses it that knows no Execute. */
function fallbackOf({ title, fallback }: Node): Node {
  const found = fallback as Node | undefined;
  if (found?.type !== 'Action.Submit') throw new Error(`“${title}” has no fallback`);
  return found;
}

const matches = (title: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? title === wanted : wanted.test(title);

/** A card as its reader sees it. */
export function seen(activityId: string, content: Node): SeenCard {
  const nodes = [...nodesOf(content)];
  const texts = nodes.flatMap(({ text, title, value, label, type }) =>
    [
      type === 'TextBlock' || type === 'TextRun' ? text : undefined,
      title,
      label,
      type === undefined ? value : undefined,
    ].filter((part): part is string => typeof part === 'string'),
  );
  const inputs = nodes.filter(({ type }) => String(type).startsWith('Input.'));
  return {
    activityId,
    content,
    text: texts.join('\n'),
    buttons: actionsOf(content).map(({ title }) => String(title)),
    inputs: Object.fromEntries(
      inputs.map(({ id, value }) => [String(id), typeof value === 'string' ? value : '']),
    ),
  };
}

const actionsOf = (content: Node): Node[] =>
  [...nodesOf(content)].filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit');

/** Every object of a card; an action's fallback is the same button once more and `refresh` is none: both are left out. */
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item);
  else if (typeof value === 'object' && value !== null) {
    yield value as Node;
    for (const [key, inner] of Object.entries(value))
      if (key !== 'fallback' && key !== 'data' && key !== 'refresh') yield* nodesOf(inner);
  }
}
