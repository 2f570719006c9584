import { z } from 'zod/v4';
import type { Activities, Doing } from './activities.ts';
import type { BotAnswer, BotClient } from './botClient.ts';
import type { ChatStore } from './chatStore.ts';
import type { Conversing } from './conversing.ts';
import type { LiveEvents } from './liveEvents.ts';
import type { PressOutcome } from './views.ts';

export const pressSchema = z.object({
  activityId: z.string(),
  action: z.object({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    id: z.string().optional(),
    title: z.string().optional(),
    verb: z.string().optional(),
    data: z.unknown().optional(),
  }),
  inputs: z.record(z.string(), z.unknown()).optional(),
  trigger: z.enum(['manual', 'automatic']).optional(),
});
export type Press = z.infer<typeof pressSchema>;

/** The body of an answer to `adaptiveCard/action` (learn.microsoft.com/adaptive-cards, Universal Actions). */
const invokeResponseSchema = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });

const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';

const submitKinds = z.looseObject({
  msteams: z.looseObject({
    type: z.enum(['imBack', 'messageBack']),
    value: z.unknown().optional(),
    text: z.string().optional(),
    displayText: z.string().optional(),
  }),
});

/** The outcome that changes nothing on the page. */
const nothing: PressOutcome = { outcome: 'message', text: '' };

const dataOf = ({ action, inputs }: Press): unknown => {
  const typed = inputs ?? {};
  if (action.data === undefined) return typed;
  return typeof action.data === 'object' && action.data !== null ? { ...action.data, ...typed } : action.data;
};

export interface PressingDeps {
  readonly activities: Activities;
  readonly botClient: BotClient;
  readonly store: ChatStore;
  readonly live: LiveEvents;
  readonly conversing: Conversing;
}

/** What a press on a card sends to the bot, and what its answer does. */
export const createPressing = ({ activities, botClient, store, live, conversing }: PressingDeps) => {
  const outcomeOf = (answer: BotAnswer, { person }: Doing, activityId: string): PressOutcome => {
    const parsed = invokeResponseSchema.safeParse(answer.body);
    if (answer.status !== 200 || !parsed.success) return { outcome: 'failed', status: answer.status };
    const { statusCode, type, value } = parsed.data;
    if (statusCode !== 200) return { outcome: 'failed', status: statusCode };
    // Two reports say that Teams takes an empty answer for a failure, and sends the press again.
    if (type === messageType && value === '') return { outcome: 'failed', status: statusCode };
    if (type === messageType) return { outcome: 'message', text: String(value) };
    if (type !== cardType || !store.find(activityId)) return { outcome: 'failed', status: statusCode };
    const message = store.replaceFor(activityId, person.id, [{ contentType: cardType, content: value }]);
    live.publish({ kind: 'message', message });
    return { outcome: 'card', message };
  };

  /** The card may have become a form by now, and clients do not refresh forms automatically. */
  const asksForRefresh = (activityId: string, personId: string): boolean => {
    const message = store.find(activityId);
    const shown = message?.replacements[personId] ?? message?.attachments ?? [];
    return shown.some(
      ({ content }) => typeof content === 'object' && content !== null && 'refresh' in content,
    );
  };

  const execute = async (doing: Doing, press: Press): Promise<PressOutcome> => {
    const trigger = press.trigger ?? 'manual';
    if (trigger === 'automatic' && !asksForRefresh(press.activityId, doing.person.id)) return nothing;
    const action = { ...press.action, data: dataOf(press) };
    const activity = activities.execute(doing, press.activityId, { action, trigger });
    const before = store.find(press.activityId)?.revision;
    const answer = await botClient.deliver(activity);
    // A form that was opened meanwhile stays, because the automatic copy is older.
    const overtaken = trigger === 'automatic' && store.find(press.activityId)?.revision !== before;
    return overtaken ? nothing : outcomeOf(answer, doing, press.activityId);
  };

  const submit = async (doing: Doing, press: Press): Promise<PressOutcome> => {
    const value = dataOf(press);
    const special = submitKinds.safeParse(value);
    const teams = special.success ? special.data.msteams : undefined;
    const from = `person:${doing.person.id}` as const;
    if (teams?.type === 'imBack') {
      await conversing.say(doing, { text: String(teams.value ?? ''), attached: [] });
      return { outcome: 'sent' };
    }
    if (teams?.displayText) conversing.add(doing.conversation, from, { text: teams.displayText });
    const activity = activities.submit(doing, {
      id: store.nextId(),
      card: press.activityId,
      value: teams ? (teams.value ?? value) : value,
      ...(teams?.text === undefined ? {} : { written: teams.text }),
    });
    const answer = await botClient.deliver(activity);
    const ok = answer.status >= 200 && answer.status < 300;
    return ok ? { outcome: 'sent' } : { outcome: 'failed', status: answer.status };
  };

  return (doing: Doing, press: Press): Promise<PressOutcome> =>
    press.action.type === 'Action.Execute' ? execute(doing, press) : submit(doing, press);
};
