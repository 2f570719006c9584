import type { Locator } from 'playwright-core';
import { textOf } from './textOf.ts';

/** A card as a person sees it on the page: found once, it stays the same message whatever the card turns into. */
export function cardOnPage(pane: Locator, activityId: string) {
  const message = pane.locator(`[data-activity="${activityId}"]`);
  const card = message.getByTestId('card');

  const input = (id: string): Locator => card.locator(`[id="${id}"]`);

  /** The innermost container around an input: its label, the input, what is said about it. */
  const field = (id: string): Locator =>
    card
      .locator('.ac-container')
      .filter({ has: card.page().locator(`[id="${id}"]`) })
      .last();

  const textInput = (id: string): Locator => input(id).locator('input, textarea');

  /** Until the bot has answered: the page locks the card that long. */
  const answered = () => message.locator('[data-testid=card][aria-busy=false]').waitFor();

  const button = (name: string | RegExp): Locator => card.getByRole('button', { name, exact: true });

  return {
    activityId,
    message,
    card,
    note: message.getByTestId('card-note'),
    field,
    textInput,
    button,

    /** Waits until the card says so. */
    says: (text: string | RegExp): Promise<void> => card.getByText(text).first().waitFor(),

    /** Presses a button and waits for the answer. */
    async press(name: string | RegExp): Promise<void> {
      await button(name)
        .click()
        .catch(async (cause: unknown) => {
          // What stands there instead is what has to be understood.
          const stands = await textOf(card).catch(() => 'nothing that can be read');
          throw new Error(`“${name}” could not be pressed on the card that says: ${stands}`, { cause });
        });
      await answered();
    },

    /** Types into text inputs, by the input's ID. */
    async type(values: Readonly<Record<string, string>>): Promise<void> {
      for (const [id, value] of Object.entries(values)) await textInput(id).fill(value);
    },

    /** Ticks choices of an expanded list by what they are called. */
    async choose(id: string, ...names: readonly (string | RegExp)[]): Promise<void> {
      for (const name of names) await choice(name).check();
      function choice(name: string | RegExp): Locator {
        const field = input(id);
        return field.getByRole('radio', { name }).or(field.getByRole('checkbox', { name }));
      }
    },

    /** Chooses from a drop-down list. */
    select: async (id: string, label: string): Promise<void> => {
      await input(id).locator('select').selectOption({ label });
    },

    /** What can be read on it, inputs left aside. */
    text: (): Promise<string> => textOf(card),
  };
}

export type CardOnPage = ReturnType<typeof cardOnPage>;
