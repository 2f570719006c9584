import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod/v4';
import type { Activities, Doing } from './activities.ts';
import type { BotClient } from './botClient.ts';
import { type Answer, refused } from './http.ts';
import type { Person } from './people.ts';
import type { Uploads } from './uploads.ts';
import type { Attachment, MessageView, PressOutcome } from './views.ts';

const consentCard = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.card.file.consent'),
  name: z.string(),
  content: z.object({ acceptContext: z.unknown(), declineContext: z.unknown() }),
});

export const consentAnswerSchema = z.object({
  activityId: z.string(),
  action: z.enum(['accept', 'decline']),
});

/** A place in somebody's OneDrive that waits for its file. */
interface Session {
  readonly person: Person;
  readonly uploadId: string;
  readonly name: string;
}

export interface FileConsentDeps {
  readonly activities: Activities;
  readonly botClient: BotClient;
  readonly uploads: Uploads;
  readonly baseUrl: string;
}

/** How a bot gives a file: it asks, the person allows, and Teams opens an upload session in that person's OneDrive. */
export type FileConsent = ReturnType<typeof createFileConsent>;

export const createFileConsent = ({ activities, botClient, uploads, baseUrl }: FileConsentDeps) => {
  const sessions = new Map<string, Session>();

  const openSession = (person: Person, name: string) => {
    const [uploadId, token] = [randomUUID(), randomBytes(24).toString('base64url')];
    sessions.set(token, { person, uploadId, name });
    return {
      name,
      uploadUrl: `${baseUrl}/local/upload/${token}`,
      contentUrl: `${baseUrl}/local/documents/${uploadId}/${encodeURIComponent(name)}`,
      uniqueId: uploadId.toUpperCase(),
      fileType: name.slice(name.lastIndexOf('.') + 1),
    };
  };

  return {
    /** Allow or Decline on a bot's message; undefined when it offers no file. */
    async answer(
      doing: Doing,
      message: MessageView,
      action: 'accept' | 'decline',
    ): Promise<PressOutcome | undefined> {
      const card = offeredIn(message.attachments);
      if (!card) return undefined;
      const { acceptContext, declineContext } = card.content;
      const value =
        action === 'accept'
          ? { action, context: acceptContext, uploadInfo: openSession(doing.person, card.name) }
          : { action, context: declineContext };
      const invoke = activities.fileConsent(doing, message.id, { type: 'fileUpload', ...value });
      const { status } = await botClient.deliver(invoke);
      return status === 200 ? { outcome: 'sent' } : { outcome: 'failed', status };
    },

    /** The bot's `PUT`: the whole file at once, and only once. */
    async receive(request: IncomingMessage, token: string): Promise<Answer> {
      const session = sessions.get(token);
      if (request.method !== 'PUT' || !session)
        return refused(404, 'itemNotFound', 'The upload session was not found.');
      const { 'content-length': length, 'content-range': range } = request.headers;
      if (range !== `bytes 0-${Number(length) - 1}/${length}`)
        return refused(400, 'invalidRequest', 'The Content-Range must span the whole file.');
      sessions.delete(token);
      const { person, uploadId, name } = session;
      const type = 'application/octet-stream';
      const { size } = await uploads.save(request, { person: person.id, name, type, uploadId });
      return { status: 201, body: { id: uploadId, name, size } };
    },
  };
};

const offeredIn = (attachments: readonly Attachment[]) =>
  attachments.map((each) => consentCard.safeParse(each).data).find((card) => card !== undefined);
