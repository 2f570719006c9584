import type { HelpTopic } from '../help/helpTopics.ts';
import type { wordsFor } from './words.ts';

type Phrase = { readonly topic: HelpTopic; readonly words: readonly string[] };

/** The phrases of a language whose words point to a topic only when they occur together, each with its topic. */
export function topicPhrases(t: ReturnType<typeof wordsFor>): readonly Phrase[] {
  const listed = {
    approval: t('topic.approval.phrases'),
    claimable: t('topic.claimable.phrases'),
    deadlines: t('topic.deadlines.phrases'),
    mpn: t('topic.mpn.phrases'),
    rejection: t('topic.rejection.phrases'),
    roles: t('topic.roles.phrases'),
  };
  return Object.entries(listed).flatMap(([topic, phrases]) =>
    // The keys above are topics; `entries` forgets it.
    phrases.split('; ').map((phrase) => ({ topic: topic as HelpTopic, words: phrase.split(' ') })),
  );
}

/** The words of a text; words joined by an apostrophe count as one. */
export const spokenWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Whether a phrase's words occur in this order, and the other words are fewer and belong to no topic. */
export function saysPhrase(
  spoken: readonly string[],
  phrase: readonly string[],
  { ignored, known }: { readonly ignored: ReadonlySet<string>; readonly known: ReadonlySet<string> },
): boolean {
  let at = 0;
  for (const word of spoken) if (word === phrase[at]) at++;
  if (at < phrase.length) return false;
  const rest = spoken.filter((word) => !ignored.has(word) && !phrase.includes(word));
  return rest.length < phrase.length && !rest.some((word) => known.has(word));
}
