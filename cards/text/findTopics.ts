import MiniSearch, { type SearchResult } from 'minisearch';
import type { Locale } from '../card.ts';
import { type HelpTopic, helpTopics } from '../helpTopics.ts';
import { wordsFor } from './words.ts';

/** The topics that a question is about: `clear` when it can mean only that one, and up to three near it, best first. */
export interface FoundTopics {
  readonly clear?: HelpTopic;
  readonly near: readonly HelpTopic[];
}

/** Nobody asks longer; what is longer is a text of another kind. */
const longest = 300;
/** A topic answers the question when it knows more than half of its words, and twice as well as the next. */
const clearly = { coverage: 0.5, score: 2.5, ahead: 1.6 };
/** It may be what is meant when it knows a third of its words, and not much worse than the best. */
const nearly = { coverage: 0.34, score: 1, ofBest: 0.25, most: 3 };

/** Finds help by the words of a question, with typing errors and endings; none when they say nothing about a topic. */
export function findTopics(question: string, locale: Locale): FoundTopics {
  if (question.length > longest) return { near: [] };
  const { index, termsOf } = searchIn(locale);
  const asked = termsOf(question).length;
  const ranked = index
    .search(question)
    .map((result) => ({ ...weighed(result, asked), topic: result.id as HelpTopic }))
    .filter(({ coverage, score }) => coverage >= nearly.coverage && score >= nearly.score)
    .toSorted((one, other) => other.score - one.score);
  const [best, next] = ranked;
  if (!best) return { near: [] };
  const near = ranked.filter(({ score }) => score >= best.score * nearly.ofBest).slice(0, nearly.most);
  const clear =
    best.coverage > clearly.coverage &&
    best.score >= clearly.score &&
    best.score >= clearly.ahead * (next?.score ?? 0);
  return { ...(clear ? { clear: best.topic } : {}), near: near.map(({ topic }) => topic) };
}

/** Words of the question that the topic knows, and how well all of them fit it. */
function weighed({ score, queryTerms }: SearchResult, asked: number) {
  const coverage = new Set(queryTerms).size / Math.max(1, asked);
  return { coverage, score: score * coverage };
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
  const index = new MiniSearch({
    fields: ['title', 'words'],
    tokenize,
    processTerm,
    searchOptions: {
      boost: { title: 1.5 },
      prefix: (term) => term.length >= 4,
      fuzzy: (term) => (term.length >= 5 ? 0.2 : false),
    },
  });
  index.addAll(
    helpTopics.map((id) => ({ id, title: t(`topic.${id}.title`), words: t(`topic.${id}.words`) })),
  );
  const termsOf = (text: string): string[] => [
    ...new Set(tokenize(text).flatMap((term) => processTerm(term) ?? [])),
  ];
  return { index, termsOf };
}
