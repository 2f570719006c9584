import type { FilingCardView } from '../../filing/filing.ts';
import type { Reader } from '../../kit/card.ts';
import { messageText } from '../../text/messages.ts';
import { atStep, withoutProof } from '../sampleFiling.ts';

/** The proof of execution, none and some, and the comment that goes with it. */
export const proofSamples = (reader: Reader): Readonly<Record<string, FilingCardView>> => ({
  'proof-none': withoutProof(atStep('proof')),
  proof: atStep('proof'),
  'proof-filled-from': {
    ...withoutProof(atStep('proof')),
    notice: { tone: 'good', text: messageText('filledFrom', { number: 'C-7F3K-9Q2M' }, reader) },
  },
  comments: atStep('comments'),
});
