import type { IncomingMessage } from 'node:http';
import { z } from 'zod/v4';
import type { ChatStore } from './chatStore.ts';
import { consentAnswerSchema, type FileConsent } from './fileConsent.ts';
import { type Answer, queryParameter, refused } from './http.ts';
import type { LiveEvents } from './liveEvents.ts';
import type { Person } from './people.ts';
import { type createPressing, pressSchema } from './pressing.ts';
import { createSaying, type SayingDeps } from './saying.ts';

/** What the actions read, change and hand to the bot. */
export interface PersonActionsDeps extends SayingDeps {
  readonly store: ChatStore;
  readonly live: LiveEvents;
  readonly press: ReturnType<typeof createPressing>;
  readonly fileConsent: FileConsent;
}

/** What a person does on the page besides looking: says something, presses, allows a file, blocks the bot, uploads. */
export const createPersonActions = (deps: PersonActionsDeps) => {
  const { roster, store, live, uploads, press, fileConsent } = deps;

  /** A message of a chat that the person sees. */
  const seenBy = (person: Person, activityId: string) => {
    const message = store.find(activityId);
    const conversation = message && roster.conversationSeenBy(person, message.chat);
    return conversation && { message, conversation };
  };

  return {
    say: createSaying(deps),

    async press(person: Person, body: unknown): Promise<Answer> {
      const parsed = pressSchema.safeParse(body);
      if (!parsed.success) return refused(400, 'BadPress', z.prettifyError(parsed.error));
      const seen = seenBy(person, parsed.data.activityId);
      if (!seen) return refused(404, 'ActivityNotFound', 'Not a card of this person.');
      const { message, conversation } = seen;
      const thread =
        conversation.kind === 'channel'
          ? { ...conversation, root: message.root ?? message.id }
          : conversation;
      return { status: 200, body: await press({ person, conversation: thread }, parsed.data) };
    },

    async consent(person: Person, body: unknown): Promise<Answer> {
      const parsed = consentAnswerSchema.safeParse(body);
      if (!parsed.success) return refused(400, 'BadConsent', z.prettifyError(parsed.error));
      const seen = seenBy(person, parsed.data.activityId);
      const outcome =
        seen &&
        (await fileConsent.answer(
          { person, conversation: seen.conversation },
          seen.message,
          parsed.data.action,
        ));
      if (!outcome) return refused(404, 'ActivityNotFound', 'No file is offered to this person there.');
      return { status: 200, body: outcome };
    },

    block(person: Person, body: unknown): Answer {
      const parsed = z.object({ blocked: z.boolean() }).safeParse(body);
      if (!parsed.success) return refused(400, 'BadBlock', 'Say {"blocked": true} or false.');
      store.setFlag(`blocked:${person.id}`, parsed.data.blocked);
      live.publish({ kind: 'blocked', person: person.id, blocked: parsed.data.blocked });
      return { status: 200, body: parsed.data };
    },

    async upload(person: Person, request: IncomingMessage): Promise<Answer> {
      const name = queryParameter(request, 'name')?.trim();
      if (!name || name.length > 255) return refused(400, 'BadName', 'Say ?name=<file name>.');
      const type = request.headers['content-type'] ?? 'application/octet-stream';
      const { uploadId, size } = await uploads.save(request, { person: person.id, name, type });
      return { status: 201, body: { uploadId, name, size } };
    },
  };
};
