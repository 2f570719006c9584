import { helpCard, helpChoiceCard } from '../../cards/help/help.ts';
import { helpTopicCard } from '../../cards/help/helpTopic.ts';
import type { HelpTopic } from '../../cards/help/helpTopics.ts';
import { findTopics } from '../../cards/text/findTopics.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { audienceOf } from './greet.ts';

/** Shows what can be typed and pressed, or explains one topic. */
export function showHelp(interaction: Interaction, topic?: HelpTopic, near: readonly HelpTopic[] = []): void {
  const audience = audienceOf(interaction.actor);
  const { reader } = interaction;
  const card = topic ? helpTopicCard({ topic, audience, near }, reader) : helpCard({ audience }, reader);
  interaction.replies.push({ kind: 'card', card });
}

/**
 * Answers a typed question: with one topic if that is clear, otherwise with the topics that may be meant, unless
 * `onlyClear` asks for clear questions only. False when nothing was answered.
 */
export function answerQuestion(
  interaction: Interaction,
  question: string,
  { onlyClear }: { readonly onlyClear: boolean },
): boolean {
  const { clear, near } = findTopics(question, interaction.reader.locale);
  if (clear) {
    showHelp(interaction, clear, near);
    return true;
  }
  if (onlyClear || near.length === 0) return false;
  interaction.replies.push({ kind: 'card', card: helpChoiceCard(near, interaction.reader) });
  return true;
}
