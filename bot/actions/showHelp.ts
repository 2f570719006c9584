import { helpCard, helpChoiceCard } from '../../cards/help/help.ts';
import { helpTopicCard } from '../../cards/help/helpTopic.ts';
import type { HelpTopic } from '../../cards/help/helpTopics.ts';
import { findTopics } from '../../cards/text/findTopics.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { audienceOf } from './greet.ts';

/** Shows what can be typed and pressed, or explains one topic. */
export function showHelp(turn: Turn, topic?: HelpTopic, near: readonly HelpTopic[] = []): void {
  const audience = audienceOf(turn.actor);
  const { reader } = turn;
  const card = topic ? helpTopicCard({ topic, audience, near }, reader) : helpCard({ audience }, reader);
  turn.replies.push({ kind: 'card', card });
}

/**
 * Answers a typed question: with one topic if that is clear, otherwise with the topics that may be meant, unless
 * `onlyClear` asks for clear questions only. False when nothing was answered.
 */
export function answerQuestion(
  turn: Turn,
  question: string,
  { onlyClear }: { readonly onlyClear: boolean },
): boolean {
  const { clear, near } = findTopics(question, turn.reader.locale);
  if (clear) {
    showHelp(turn, clear, near);
    return true;
  }
  if (onlyClear || near.length === 0) return false;
  turn.replies.push({ kind: 'card', card: helpChoiceCard(near, turn.reader) });
  return true;
}
