import MiniSearch, { type SearchResult } from 'minisearch';
import { type HelpTopic, helpTopics } from '../help/helpTopics.ts';
import type { Locale } from '../kit/card.ts';
import { saysPhrase, spokenWords, topicPhrases } from './topicPhrases.ts';
import { wordsFor } from './words.ts';

/** The topics that a question is about: `clear` when it can mean only that one, and up to three near it, best first. */
export interface FoundTopics {
  readonly clear?: HelpTopic;
  readonly near: readonly HelpTopic[];
}

/** Questions are shorter than this; a longer text is something else. */
const longest = 300;
/** The name of a file, an address, an ID: something that was pasted, not asked. */
const isOneThing = /^\S+\.[a-z]{2,}$|^[\da-f-]{32,}$/i;
/** A topic answers the question if it knows more than half of the words and scores clearly above the next. */
const clearly = { coverage: 0.5, score: 2.5, ahead: 1.6 };
/** A topic may be meant if it knows a third of the words and scores not much lower than the best. */
const nearly = { coverage: 0.34, score: 1, ofBest: 0.25, most: 3 };
/** In a question, an unknown word says little against a topic; in a remark, it suggests another subject altogether. */
const unknown = { inQuestion: 0.4, inRemark: 1 };

/** Finds help by the words of a question, with typing errors and endings; none when they say nothing about a topic. */
export function findTopics(question: string, locale: Locale): FoundTopics {
  if (question.length > longest || isOneThing.test(question.trim())) return { near: [] };
  const search = searchIn(locale);
  const ranked = rankedTopics(question, search);
  const said = search.phraseIn(question);
  if (said)
    return {
      clear: said,
      near: [...new Set([said, ...ranked.map(({ topic }) => topic)])].slice(0, nearly.most),
    };
  const [best, next] = ranked;
  if (!best) return { near: [] };
  const near = ranked.filter(({ score }) => score >= best.score * nearly.ofBest).slice(0, nearly.most);
  const clear =
    best.coverage > clearly.coverage &&
    best.score >= clearly.score &&
    best.score >= clearly.ahead * (next?.score ?? 0);
  return { ...(clear ? { clear: best.topic } : {}), near: near.map(({ topic }) => topic) };
}

/** Topics by how well they fit, best first: the score of the search, weighed by how much of the question each knows. */
function rankedTopics(question: string, { index, termsOf, isQuestion }: Search) {
  const asked = termsOf(question).length;
  const results = index.search(question);
  const known = new Set(results.flatMap(({ queryTerms }) => queryTerms)).size;
  const asks = isQuestion(question);
  const weight = known + (asked - known) * (asks ? unknown.inQuestion : unknown.inRemark);
  // One word of a topic among unknown words may occur in any remark that asks nothing.
  const fits = ({ queryTerms }: SearchResult) => asks || known === asked || new Set(queryTerms).size > 1;
  return results
    .filter(fits)
    .map((result) => {
      const coverage = new Set(result.queryTerms).size / weight;
      return { topic: result.id as HelpTopic, coverage, score: result.score * coverage };
    })
    .filter(({ coverage, score }) => coverage >= nearly.coverage && score >= nearly.score)
    .toSorted((one, other) => other.score - one.score);
}

type Search = ReturnType<typeof createSearch>;
const searches = new Map<Locale, Search>();

/** The index of a language, made when somebody first asks in it. */
function searchIn(locale: Locale): Search {
  const search = searches.get(locale) ?? createSearch(locale);
  searches.set(locale, search);
  return search;
}

function createSearch(locale: Locale) {
  const t = wordsFor({ locale });
  const ignored = new Set(t('topic.ignored').split(' '));
  const processTerm = (term: string): string | null => {
    const word = term.toLowerCase();
    return ignored.has(word) || /^\d?$/.test(word) ? null : word;
  };
  const tokenize = (text: string): string[] =>
    text.replaceAll(/['’]\p{L}{1,2}\b/gu, '').split(/[^\p{L}\p{N}]+/u);
  const termsOf = (text: string): string[] => [
    ...new Set(tokenize(text).flatMap((term) => processTerm(term) ?? [])),
  ];
  const asking = new Set(t('topic.asking').split(' '));
  const askingFirst = new Set(t('topic.askingFirst').split(' '));
  const isQuestion = (text: string): boolean => {
    const words = tokenize(text.toLowerCase()).filter((word) => word !== '');
    return text.includes('?') || askingFirst.has(words[0] ?? '') || words.some((word) => asking.has(word));
  };
  const topics = helpTopics.map((id) => ({
    id,
    title: t(`topic.${id}.title`),
    words: t(`topic.${id}.words`),
  }));
  const known = new Set(topics.flatMap(({ title, words }) => termsOf(`${title} ${words}`)));
  const index = new MiniSearch({
    fields: ['title', 'words'],
    tokenize,
    processTerm,
    searchOptions: {
      boost: { title: 1.5 },
      prefix: (term) => term.length >= 4,
      // A word that a topic knows as it stands is no typing error for another: “deadline” is not “decline”.
      fuzzy: (term) => (term.length >= 5 && !known.has(term) ? 0.2 : false),
    },
  });
  index.addAll(topics);
  const phrases = topicPhrases(t);
  const phraseIn = (text: string): HelpTopic | undefined => {
    const spoken = spokenWords(text);
    return phrases.find(({ words }) => saysPhrase(spoken, words, { ignored, known }))?.topic;
  };
  return { index, termsOf, isQuestion, phraseIn };
}
