import { whomToAsk } from '../text/whomToAsk.ts';
import { wordsFor } from '../text/words.ts';
import type { CardInput } from './claimCardView.ts';

/** R98: whom to ask for a new claim from this one, where the reader cannot begin it. */
export function askForCopy({ view: { whoMayCopy }, reader }: CardInput): string | undefined {
  return whoMayCopy && (whomToAsk(whoMayCopy, reader) ?? wordsFor(reader)('ask.oneOfYours'));
}
