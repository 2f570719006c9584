import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import type { BotWithTeams } from '../../support/botWithTeams.ts';
import { type SeenCard, seen } from '../../support/chatPerson.ts';

/** Data of a button as somebody may have forged it, with what stands in the inputs. */
export type Pressed = Readonly<Record<string, unknown>>;

/** An answer as the presser reads it. */
export interface Answer {
  readonly status: number;
  /** The message, or all that can be read on the card. */
  readonly text: string;
  /** The card that takes the pressed one's conversation. */
  readonly card?: SeenCard;
}

/** Presses a button that no card has: verb and data as given, on a card that the person sees. */
export async function forge(
  bot: BotWithTeams,
  who: string,
  { on, verb, id, ...data }: { on: string; verb?: unknown; id?: string } & Pressed,
): Promise<Answer> {
  const doing = doingOf(bot, who);
  const activity = bot.activities.execute(doing, on, {
    action: { type: 'Action.Execute', verb, data },
    trigger: 'manual',
  });
  return readAnswer(await bot.post(id ? { ...activity, id } : activity));
}

export function readAnswer({ status, body }: { status: number; body: string }): Answer {
  const parsed: { value?: unknown } = body.startsWith('{') ? JSON.parse(body) : {};
  const { value } = parsed;
  ok(value !== '', 'an empty answer may be taken for a failure');
  if (typeof value === 'string') return { status, text: value };
  if (typeof value !== 'object' || value === null) return { status, text: body };
  const card = seen('', value as Record<string, unknown>);
  return { status, text: card.text, card };
}

/** Somebody in their own chat. */
export function doingOf(bot: BotWithTeams, who: string) {
  const person = bot.roster.personOf(who);
  if (!person) throw new Error(`Nobody is called ${who}`);
  return { person, conversation: bot.roster.chatOf(person) };
}

/** Runs it and shows that no claim, draft, history or file is another than before. */
export async function changesNothing(bot: BotWithTeams, act: () => Promise<unknown>): Promise<void> {
  const before = await everythingKept(bot);
  await act();
  deepEqual(await everythingKept(bot), before);
}

async function everythingKept({ stored, filesFolder }: BotWithTeams) {
  return {
    ...(await stored.everything()),
    files: existsSync(filesFolder) ? readdirSync(filesFolder).sort() : [],
  };
}

/** No chat holds a line by Teams that the bot failed, and the bot never said so itself. */
export async function neverFailed(bot: BotWithTeams): Promise<void> {
  for (const { id } of bot.roster.people) {
    const failures = (await bot.person(id).messages()).filter(
      ({ from, text = '' }) => from === 'teams' || text.includes('Something went wrong'),
    );
    deepEqual(failures, []);
  }
}

/** What the inputs of a card hold. */
export function holds(card: SeenCard, typed: Readonly<Record<string, string>>): void {
  for (const [field, value] of Object.entries(typed)) {
    ok(field in card.inputs, `${field} is not on the card: ${Object.keys(card.inputs)}`);
    equal(card.inputs[field], value);
  }
}
