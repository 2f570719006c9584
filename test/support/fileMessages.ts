import { equal } from 'node:assert/strict';
import { fileContentType } from '../../bot/teams/attachments.ts';
import { doingOf } from '../bot/badInput/answers.ts';
import type { BotWithTeams } from './botWithTeams.ts';

/** A file as Teams announces it in a chat. */
export const announced = (name: unknown, downloadUrl: unknown) => ({
  contentType: fileContentType,
  name,
  content: { downloadUrl, uniqueId: 'X', fileType: 'pdf' },
});

/** Sends messages with files past the page, as Teams writes them. */
export function fileMessages(bot: BotWithTeams) {
  let messages = 0;
  return {
    /** The same `id` again is the same message. */
    async send(attachments: readonly object[], { who = 'ana', id = '', words = '' } = {}): Promise<void> {
      messages += 1;
      const activity = bot.activities.files(doingOf(bot, who), id || `8000${messages}`, {
        written: words,
        linked: [],
      });
      equal((await bot.post({ ...activity, attachments })).status, 200);
    },
  };
}
