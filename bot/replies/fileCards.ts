import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import type { FileOffer, SavedFile } from '../../dialogs/interaction.ts';

// The cards by which a bot offers and hands over a file, in personal chats only (learn.microsoft.com, “Send and receive
// files”).
const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const infoType = 'application/vnd.microsoft.teams.card.file.info';

/** Asks whether a file may be saved to the reader's OneDrive. */
export function consentMessage({ name, description, sizeInBytes, reference }: FileOffer): Partial<Activity> {
  const context = { reference };
  const content = { description, sizeInBytes, acceptContext: context, declineContext: context };
  return {
    type: 'message',
    summary: description,
    attachments: [{ contentType: consentType, name, content }],
  };
}

/** Shows a file that is in the reader's OneDrive. */
export function savedFileMessage(
  { name, contentUrl, uniqueId, fileType }: SavedFile,
  text: string,
): Partial<Activity> {
  const card = { contentType: infoType, contentUrl, name, content: { uniqueId, fileType } };
  return { type: 'message', text, summary: text, attachments: [card] };
}

const consentName = 'fileConsent/invoke';
const context = z.object({ reference: z.uuid() });
const text = z.string().min(1).max(4000);
/** The address stays unchanged, unlike with `z.url`, because the file's card must show it as Teams wrote it. */
const address = z
  .string()
  .max(8000)
  .refine((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? ''));

const consentSchema = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('accept'),
    context,
    uploadInfo: z.object({
      name: text,
      uploadUrl: address,
      contentUrl: address,
      uniqueId: text,
      fileType: text,
    }),
  }),
  z.object({ action: z.literal('decline'), context }),
]);

/** Allow or Decline on an offered file. */
export type Consent = z.infer<typeof consentSchema>;

/** Whether the activity is a response to an offered file. */
export const isConsent = ({ type, name }: Activity): boolean => type === 'invoke' && name === consentName;

/** The response; undefined if it is malformed. */
export const readConsent = ({ value }: Activity): Consent | undefined => consentSchema.safeParse(value).data;
