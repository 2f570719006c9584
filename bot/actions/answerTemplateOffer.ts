import { messageText } from '../../cards/text/messages.ts';
import type { Interaction, Reply } from '../../dialogs/interaction.ts';
import type { RefusedAccess } from '../../dialogs/refusedAccess.ts';
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
  { actor, reader, personal, templates, reportRefusal }: Interaction,
  consent: Consent | undefined,
  save: (uploadUrl: string, bytes: Buffer<ArrayBuffer>) => Promise<NotSaved | undefined>,
): Promise<Reply> {
  const say = (key: Said): Reply => ({ kind: 'text', text: messageText(key, {}, reader) });
  const refuse = (outcome: RefusedAccess, key: Said): Reply => {
    reportRefusal(outcome);
    return say(key);
  };
  if (!consent) return refuse('forged', 'unknownPress');
  if (!personal) return refuse('foreignPlace', 'templateOnlyInPersonalChat');
  const number = await templates.take(actor, consent.context.reference);
  // An old reference, or another person's.
  if (number === undefined) return refuse('notFound', 'templateOfferExpired');
  if (consent.action === 'decline') return say('templateDeclined');
  const found = await templates.view(actor, number);
  if (!found.ok) return { kind: 'text', text: messageText('templateNoDraft', { number }, reader) };
  const { bytes } = await templateFile(found.value, reader);
  const { uploadUrl, ...file } = consent.uploadInfo;
  if (await save(uploadUrl, bytes)) return say('templateNotSaved');
  return { kind: 'savedFile', file, text: messageText('templateSaved', { file: file.name }, reader) };
}
