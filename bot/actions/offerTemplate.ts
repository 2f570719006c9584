import type { Reader } from '../../cards/card.ts';
import { proofTemplate } from '../../cards/template/proofTemplate.ts';
import { wordDocument } from '../../cards/template/wordDocument.ts';
import { messageText } from '../../cards/text/messages.ts';
import { wordsFor } from '../../cards/text/words.ts';
import type { Action } from '../../cards/verbs.ts';
import type { Turn } from '../../dialogs/turn.ts';
import type { TemplateView } from '../../services/claims/proofTemplates.ts';

/** R56: offers the template of a draft below its form, where Teams asks whether it may be saved. Nothing else changes. */
export async function offerTemplate(
  { actor, reader, personal, templates, replies }: Turn,
  { number }: Extract<Action, { verb: 'proof.template' }>,
): Promise<void> {
  const say = (text: string) => replies.push({ kind: 'text', text });
  // Teams saves files for bots in personal chats only.
  if (!personal) return void say(messageText('templateOnlyInPersonalChat', {}, reader));
  const found = await templates.view(actor, number);
  if (!found.ok) return void say(messageText('templateNoDraft', { number }, reader));
  const { name, bytes } = await templateFile(found.value, reader);
  const reference = await templates.offer(actor, number);
  const description = wordsFor(reader)('template.offer', { number });
  replies.push({
    kind: 'fileOffer',
    offer: { name, description, sizeInBytes: bytes.length, reference },
  });
}

/** The Word file for a draft as it stands. */
export async function templateFile(view: TemplateView, reader: Reader) {
  const content = proofTemplate(view, reader);
  return { name: content.fileName, bytes: await wordDocument(content) };
}
