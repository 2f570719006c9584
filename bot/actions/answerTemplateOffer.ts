import { messageText } from '../../cards/text/messages.ts';
import type { Interaction, Reply } from '../../dialogs/interaction.ts';
import type { Consent } from '../replies/fileCards.ts';
import type { NotSaved } from '../replies/saveFile.ts';
import { templateFile } from './offerTemplate.ts';

type Said =
  | 'unknownPress'
  | 'templateOnlyInPersonalChat'
  | 'templateOfferExpired'
  | 'templateDeclined'
  | 'templateNotSaved';

/**
 * Allow or Decline on an offered template. Teams says who answers. The reference works once, and for this person only.
 * The document is made from the current draft.
 */
export async function answerTemplateOffer(
  { actor, reader, personal, templates }: Interaction,
  consent: Consent | undefined,
  save: (uploadUrl: string, bytes: Buffer<ArrayBuffer>) => Promise<NotSaved | undefined>,
): Promise<Reply> {
  const say = (key: Said): Reply => ({ kind: 'text', text: messageText(key, {}, reader) });
  if (!consent) return say('unknownPress');
  if (!personal) return say('templateOnlyInPersonalChat');
  const number = await templates.take(actor, consent.context.reference);
  if (number === undefined) return say('templateOfferExpired');
  if (consent.action === 'decline') return say('templateDeclined');
  const found = await templates.view(actor, number);
  if (!found.ok) return { kind: 'text', text: messageText('templateNoDraft', { number }, reader) };
  const { bytes } = await templateFile(found.value, reader);
  const { uploadUrl, ...file } = consent.uploadInfo;
  if (await save(uploadUrl, bytes)) return say('templateNotSaved');
  return { kind: 'savedFile', file, text: messageText('templateSaved', { file: file.name }, reader) };
}
