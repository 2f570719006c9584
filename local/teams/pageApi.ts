import type { IncomingMessage } from 'node:http';
import { z } from 'zod/v4';
import type { TimeMachine } from '../clock/timeMachine.ts';
import type { ChatStore } from './chatStore.ts';
import type { Conversing } from './conversing.ts';
import { consentAnswerSchema, type FileConsent } from './fileConsent.ts';
import { type Answer, readJson, refused } from './http.ts';
import type { LiveEvents } from './liveEvents.ts';
import { chatIdOf, type Person, type Place, type Roster, userIdOf } from './people.ts';
import { type createPressing, pressSchema } from './pressing.ts';
import type { Uploads } from './uploads.ts';
import type { ClockView, PanelView, PersonView, State } from './views.ts';

const bodyLimit = 1024 * 1024;

const messageSchema = z.object({
  /** Absent: the personal chat. A channel's id opens a thread, `<channel>;messageid=<root>` replies. */
  conversation: z.string().optional(),
  text: z.string().max(28_000).default(''),
  uploads: z.array(z.string()).max(10).default([]),
});

const jumpSchema = z.object({ to: z.enum(['businessDay', 'week', 'deadline']) });

export interface PageApiDeps {
  readonly roster: Roster;
  readonly store: ChatStore;
  readonly live: LiveEvents;
  readonly uploads: Uploads;
  readonly conversing: Conversing;
  readonly press: ReturnType<typeof createPressing>;
  readonly fileConsent: FileConsent;
  readonly botName: string;
  readonly panels: readonly PanelView[];
  readonly timeMachine: TimeMachine | undefined;
}

/** What the page asks for, `/local/api/…`. */
export const createPageApi = (deps: PageApiDeps) => {
  const { roster, store, live, uploads, conversing, press, fileConsent, botName, panels, timeMachine } = deps;

  const personView = (person: Person): PersonView => ({
    id: person.id,
    name: person.name,
    role: person.role,
    userId: userIdOf(person),
    chat: chatIdOf(person),
    channels: roster.channels.filter((each) => each.members.includes(person.id)).map(({ id }) => id),
    blocked: store.flag(`blocked:${person.id}`),
  });

  /** Everything there is to see, or the messages of one chat only. */
  const state = (only: string | undefined): State => {
    const chats = [...roster.people.map(chatIdOf), ...roster.channels.map(({ id }) => id)]
      .filter((chat) => only === undefined || chat === only)
      .map((chat) => ({ chat, ...store.latest(chat) }));
    return {
      bot: { name: botName },
      people: roster.people.map(personView),
      channels: roster.channels.map(({ id, name, teamName }) => ({ id, name, teamName })),
      panels,
      ...(timeMachine ? { clock: timeMachine.view() } : {}),
      messages: chats.flatMap(({ messages }) => messages).sort((a, b) => a.seq - b.seq),
      shortened: chats.flatMap(({ chat, shortened }) => (shortened ? [chat] : [])),
    };
  };

  const sees = (person: Person, place: Place | undefined): place is Place =>
    place !== undefined && roster.membersOf(place).includes(person);

  const say = async (person: Person, body: unknown): Promise<Answer> => {
    const parsed = messageSchema.safeParse(body);
    if (!parsed.success) return refused(400, 'BadMessage', z.prettifyError(parsed.error));
    const place = roster.placeOf(parsed.data.conversation ?? chatIdOf(person));
    if (!sees(person, place)) return refused(404, 'ConversationNotFound', 'Not a chat of this person.');
    const attached = parsed.data.uploads.map(uploads.find);
    const mine = attached
      .filter((upload) => upload?.person === person.id)
      .filter((upload) => upload !== undefined);
    if (mine.length < attached.length) return refused(404, 'UploadNotFound', 'Not a file of this person.');
    if (mine.length > 0 && place.kind === 'channel') {
      return refused(400, 'FilesInChannel', 'Teams hands files to bots in personal chats only.');
    }
    const { message, bot } = await conversing.say(
      { person, place },
      { text: parsed.data.text, attached: mine },
    );
    return { status: 200, body: { message, botStatus: bot?.status } };
  };

  const pressed = async (person: Person, body: unknown): Promise<Answer> => {
    const parsed = pressSchema.safeParse(body);
    if (!parsed.success) return refused(400, 'BadPress', z.prettifyError(parsed.error));
    const card = store.find(parsed.data.activityId);
    const found = card && roster.placeOf(card.chat);
    if (!card || !sees(person, found)) return refused(404, 'ActivityNotFound', 'Not a card of this person.');
    const place = found.kind === 'channel' ? { ...found, root: card.root ?? card.id } : found;
    return { status: 200, body: await press({ person, place }, parsed.data) };
  };

  const consented = async (person: Person, body: unknown): Promise<Answer> => {
    const parsed = consentAnswerSchema.safeParse(body);
    if (!parsed.success) return refused(400, 'BadConsent', z.prettifyError(parsed.error));
    const message = store.find(parsed.data.activityId);
    const place = message && roster.placeOf(message.chat);
    const seen = message && sees(person, place) ? { message, place } : undefined;
    const outcome =
      seen && (await fileConsent.answer({ person, place: seen.place }, seen.message, parsed.data.action));
    if (!outcome) return refused(404, 'ActivityNotFound', 'No file is offered to this person there.');
    return { status: 200, body: outcome };
  };

  const block = (person: Person, body: unknown): Answer => {
    const parsed = z.object({ blocked: z.boolean() }).safeParse(body);
    if (!parsed.success) return refused(400, 'BadBlock', 'Say {"blocked": true} or false.');
    store.setFlag(`blocked:${person.id}`, parsed.data.blocked);
    live.publish({ kind: 'blocked', person: person.id, blocked: parsed.data.blocked });
    return { status: 200, body: parsed.data };
  };

  const upload = async (person: Person, request: IncomingMessage): Promise<Answer> => {
    const name = askedFor(request, 'name')?.trim();
    if (!name || name.length > 255) return refused(400, 'BadName', 'Say ?name=<file name>.');
    const type = request.headers['content-type'] ?? 'application/octet-stream';
    const { uploadId, size } = await uploads.save(request, { person: person.id, name, type });
    return { status: 201, body: { uploadId, name, size } };
  };

  const jump = async (request: IncomingMessage, machine: TimeMachine): Promise<Answer> => {
    const json = await readJson(request, bodyLimit);
    const parsed = jumpSchema.safeParse(json.ok ? json.value : undefined);
    if (!parsed.success) return refused(400, 'BadJump', 'Say {"to": "businessDay"}, "week" or "deadline".');
    const onMoved = (clock: ClockView) => live.publish({ kind: 'clock', clock });
    return { status: 200, body: await machine.jump(parsed.data.to, onMoved) };
  };

  /** `parts`: the decoded path without `local/api`. */
  return async (request: IncomingMessage, parts: readonly string[]): Promise<Answer> => {
    const [collection, id, verb] = parts;
    if (request.method === 'GET' && collection === 'state')
      return { status: 200, body: state(askedFor(request, 'chat')) };
    if (request.method === 'POST' && collection === 'clock' && timeMachine) return jump(request, timeMachine);
    const person = collection === 'people' && id !== undefined ? roster.personOf(id) : undefined;
    if (!person || request.method !== 'POST') return refused(404, 'NotFound', 'No such route.');
    if (verb === 'uploads') return upload(person, request);
    const json = await readJson(request, bodyLimit);
    if (!json.ok) return refused(400, 'BadJson', 'The request body is not JSON, or too long.');
    if (verb === 'messages') return say(person, json.value);
    if (verb === 'press') return pressed(person, json.value);
    if (verb === 'consent') return consented(person, json.value);
    if (verb === 'blocked') return block(person, json.value);
    return refused(404, 'NotFound', 'No such route.');
  };
};

const askedFor = ({ url = '' }: IncomingMessage, name: string): string | undefined =>
  URL.parse(url, 'http://localhost')?.searchParams.get(name) ?? undefined;
