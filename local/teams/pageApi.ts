import type { IncomingMessage } from 'node:http';
import { z } from 'zod/v4';
import type { TimeMachine } from '../clock/timeMachine.ts';
import { type Answer, queryParameter, readJson, refused } from './http.ts';
import type { LiveEvents } from './liveEvents.ts';
import { createPageState, type PageStateDeps } from './pageState.ts';
import { createPersonActions, type PersonActionsDeps } from './personActions.ts';
import type { ClockView } from './views.ts';

const bodyLimit = 1024 * 1024;

const jumpSchema = z.object({ to: z.enum(['businessDay', 'week', 'deadline']) });

/** What the page is shown, and what people can do on it. */
export interface PageApiDeps extends PageStateDeps, PersonActionsDeps {}

/** What the page asks for, `/local/api/…`. */
export const createPageApi = (deps: PageApiDeps) => {
  const { roster, live, timeMachine } = deps;
  const state = createPageState(deps);
  const actions = createPersonActions(deps);
  const jump = createJump(live);

  /** `parts`: the decoded path without `local/api`. */
  return async (request: IncomingMessage, parts: readonly string[]): Promise<Answer> => {
    const [collection, id, verb] = parts;
    if (request.method === 'GET' && collection === 'state')
      return { status: 200, body: state(queryParameter(request, 'chat'), newestAsked(request)) };
    if (request.method === 'POST' && collection === 'clock' && timeMachine) return jump(request, timeMachine);
    const person = collection === 'people' && id !== undefined ? roster.personOf(id) : undefined;
    if (!person || request.method !== 'POST') return refused(404, 'NotFound', 'No such route.');
    if (verb === 'uploads') return actions.upload(person, request);
    const json = await readJson(request, bodyLimit);
    if (!json.ok) return refused(400, 'BadJson', 'The request body is not JSON, or too long.');
    if (verb === 'messages') return actions.say(person, json.value);
    if (verb === 'press') return actions.press(person, json.value);
    if (verb === 'consent') return actions.consent(person, json.value);
    if (verb === 'blocked') return actions.block(person, json.value);
    return refused(404, 'NotFound', 'No such route.');
  };
};

/** How many of the newest messages are asked for; undefined for all that the page shows. */
function newestAsked(request: IncomingMessage): number | undefined {
  const asked = Number(queryParameter(request, 'newest'));
  return Number.isSafeInteger(asked) && asked > 0 ? asked : undefined;
}

/** Moves the program's time; every open page hears of each step. */
const createJump =
  (live: LiveEvents) =>
  async (request: IncomingMessage, machine: TimeMachine): Promise<Answer> => {
    const json = await readJson(request, bodyLimit);
    const parsed = jumpSchema.safeParse(json.ok ? json.value : undefined);
    if (!parsed.success) return refused(400, 'BadJump', 'Say {"to": "businessDay"}, "week" or "deadline".');
    const onMoved = (clock: ClockView) => live.publish({ kind: 'clock', clock });
    return { status: 200, body: await machine.jump(parsed.data.to, onMoved) };
  };
