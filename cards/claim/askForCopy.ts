import { whomToAsk } from '../text/whomToAsk.ts';
import { wordsFor } from '../text/words.ts';
import type { Making } from './claimCardView.ts';

/** R98: whom to ask for a new claim from this one, where the reader cannot begin it. */
export function askForCopy({ view: { whoMayCopy: againBy }, reader }: Making): string | undefined {
  return againBy && (whomToAsk(againBy, reader) ?? wordsFor(reader)('ask.oneOfYours'));
}
