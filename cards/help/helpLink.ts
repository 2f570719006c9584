import type { Reader } from '../kit/card.ts';
import type { Action } from '../kit/verbs.ts';
import { wordsFor } from '../text/words.ts';
import type { HelpTopic } from './helpTopics.ts';

/** A line that opens a help topic when it is pressed. */
export interface HelpLink {
  readonly text: string;
  readonly verb: 'help.open';
  readonly data: Extract<Action, { verb: 'help.open' }>;
}

/** The way to a topic; `below` leaves the pressed card as it is, for a card on which something is filled in. */
export function helpLink(topic: HelpTopic, reader: Reader, { below = false } = {}): HelpLink {
  const data = { verb: 'help.open' as const, topic, ...(below ? { below } : {}) };
  return { text: wordsFor(reader)(`topic.${topic}.title`), verb: data.verb, data };
}
