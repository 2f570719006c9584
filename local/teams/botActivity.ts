import { z } from 'zod/v4';
import type { Attachment, MessageContent } from './views.ts';

/** An activity as a bot posts it to the connector. */
export const botActivitySchema = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  textFormat: z.string().optional(),
  summary: z.string().optional(),
  replyToId: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string() })).optional(),
});

/** What a bot posts. */
export type BotActivity = z.infer<typeof botActivitySchema>;

/** What of it a chat keeps and the page shows. `alert`: the page shows a toast. */
export const contentOf = (activity: BotActivity, alert: boolean): MessageContent => ({
  ...(activity.text === undefined ? {} : { text: activity.text }),
  ...(activity.textFormat === undefined ? {} : { textFormat: activity.textFormat }),
  ...(activity.summary === undefined ? {} : { summary: activity.summary }),
  attachments: (activity.attachments ?? []) as Attachment[],
  files: [],
  alert,
});
