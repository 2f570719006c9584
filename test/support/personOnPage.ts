import type { Locator, Page } from 'playwright-core';
import type { MessageView } from '../../local/teams/views.ts';
import { type CardOnPage, cardOnPage } from './cardOnPage.ts';
import { textOf } from './textOf.ts';

/** One person's column of the page, used as that person would: by typing, attaching, pressing and reading. */
export function personOnPage(page: Page, id: string) {
  const column = page.locator(`[data-person=${id}]`);
  const chat = column.getByTestId('chat');
  const channel = column.getByTestId('channel');

  /** Sends with what `prepare` put into the box, and waits for the bot's first answer below; alerts are none. */
  async function send(prepare: () => Promise<void>): Promise<Locator> {
    await prepare();
    const sending = page.waitForResponse(`**/people/${id}/messages`);
    await Promise.all([sending, chat.getByTestId('send').click()]);
    // Which message it is only the program can say: the page may have yet to show earlier ones.
    const { message } = (await (await sending).json()) as { readonly message: MessageView };
    const answers = `[data-activity="${message.id}"] ~ [data-from=bot]:not([data-alert])`;
    const answer = chat.locator(answers).first();
    await answer.waitFor();
    return answer;
  }

  const say = (text: string) => send(() => chat.getByTestId('compose-text').fill(text));

  const cardIn = async (message: Locator): Promise<CardOnPage> => {
    await message.getByTestId('card').waitFor();
    return cardOnPage(message.locator('xpath=..'), await idOf(message));
  };

  return {
    id,
    column,
    chat,
    channel,
    messages: chat.getByTestId('message'),
    toast: column.getByTestId('toast'),

    /** Types words and waits for the answer in words. */
    async hears(text: string): Promise<string> {
      return textOf(await say(text));
    },

    /** Types words and waits for the card that answers. */
    asks: async (text: string): Promise<CardOnPage> => cardIn(await say(text)),

    /** Attaches a PDF with the paperclip and waits for what the bot says. */
    attach: (name: string, content: Buffer): Promise<Locator> =>
      send(async () => {
        const file = { name, mimeType: 'application/pdf', buffer: content };
        await chat.getByTestId('file-input').setInputFiles(file);
      }),

    cardIn,

    /** The newest card that says so, as soon as there is one: cards arrive by themselves. */
    async card(text: string | RegExp, pane: Locator = chat): Promise<CardOnPage> {
      const message = pane
        .getByTestId('message')
        .filter({ has: page.getByTestId('card').filter({ hasText: text }) })
        .last();
      await message.waitFor();
      return cardOnPage(pane, await idOf(message));
    },

    openChat: () => column.getByTestId('tab-chat').click(),
    openChannel: () => column.getByTestId('tab-channel').click(),
  };
}

export type PersonOnPage = ReturnType<typeof personOnPage>;

async function idOf(message: Locator): Promise<string> {
  const id = await message.getAttribute('data-activity');
  if (!id) throw new Error('This is no message.');
  return id;
}
