import type { Reader } from '../../cards/kit/card.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { messageText } from '../../cards/text/messages.ts';
import { wordsFor } from '../../cards/text/words.ts';
import { proofTemplate } from '../../cards/word/proofTemplate.ts';
import { wordDocument } from '../../cards/word/wordDocument.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { say } from '../../dialogs/say.ts';
import type { TemplateView } from '../../services/claims/proof/views.ts';

/** R56: offers a draft's template below its form; Teams asks whether the file may be saved. Nothing else changes. */
export async function offerTemplate(
  interaction: Interaction,
  { number }: Extract<Action, { verb: 'proof.template' }>,
): Promise<void> {
  const { actor, reader, personal, templates, replies } = interaction;
  // Teams saves files for bots in personal chats only.
  if (!personal) return say(interaction, messageText('templateOnlyInPersonalChat', {}, reader));
  const found = await templates.view(actor, number);
  if (!found.ok) return say(interaction, messageText('templateNoDraft', { number }, reader));
  const { name, bytes } = await templateFile(found.value, reader);
  const reference = await templates.offer(actor, number);
  const description = wordsFor(reader)('template.offer', { number });
  replies.push({
    kind: 'fileOffer',
    offer: { name, description, sizeInBytes: bytes.length, reference },
  });
}

/** The Word file for the current draft. */
export async function templateFile(view: TemplateView, reader: Reader) {
  const content = proofTemplate(view, reader);
  return { name: content.fileName, bytes: await wordDocument(content) };
}
