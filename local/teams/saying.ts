import { z } from 'zod/v4';
import type { Conversing } from './conversing.ts';
import { type Answer, refused } from './http.ts';
import { chatIdOf, type Person, type Roster } from './people.ts';
import type { Uploads } from './uploads.ts';

const messageSchema = z.object({
  /** Absent: the personal chat. A channel's id opens a thread, `<channel>;messageid=<root>` replies. */
  conversation: z.string().optional(),
  text: z.string().max(28_000).default(''),
  uploads: z.array(z.string()).max(10).default([]),
});

/** What a message from the page needs: the chats, the files and the way to the bot. */
export interface SayingDeps {
  readonly roster: Roster;
  readonly uploads: Uploads;
  readonly conversing: Conversing;
}

/** A message that a person sends from the page: into which chat, with which files. */
export const createSaying =
  ({ roster, uploads, conversing }: SayingDeps) =>
  async (person: Person, body: unknown): Promise<Answer> => {
    const parsed = messageSchema.safeParse(body);
    if (!parsed.success) return refused(400, 'BadMessage', z.prettifyError(parsed.error));
    const conversation = roster.conversationSeenBy(person, parsed.data.conversation ?? chatIdOf(person));
    if (!conversation) return refused(404, 'ConversationNotFound', 'Not a chat of this person.');
    const attached = parsed.data.uploads.map(uploads.find);
    const own = attached
      .filter((upload) => upload?.person === person.id)
      .filter((upload) => upload !== undefined);
    if (own.length < attached.length) return refused(404, 'UploadNotFound', 'Not a file of this person.');
    if (own.length > 0 && conversation.kind === 'channel') {
      return refused(400, 'FilesInChannel', 'Teams hands files to bots in personal chats only.');
    }
    const { message, bot } = await conversing.say(
      { person, conversation },
      { text: parsed.data.text, attached: own },
    );
    return { status: 200, body: { message, botStatus: bot?.status } };
  };
