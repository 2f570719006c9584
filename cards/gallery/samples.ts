import type { Reader } from '../kit/card.ts';
import { claimSamples } from './claim/claimSamples.ts';
import { contestSamples } from './contestSamples.ts';
import { draftSamples } from './draftSamples.ts';
import { editSamples } from './editSamples.ts';
import { fileSamples } from './fileSamples.ts';
import { filingSamples } from './filing/filingSamples.ts';
import { helpSamples } from './helpSamples.ts';
import { historySamples } from './historySamples.ts';
import { listSamples } from './listSamples.ts';
import type { Sample } from './sample.ts';

/** Every card in every state, with sample data. */
export const samples = (reader: Reader): readonly Sample[] => [
  ...filingSamples(reader),
  ...claimSamples(reader),
  ...editSamples(reader),
  ...contestSamples(reader),
  ...draftSamples(reader),
  ...fileSamples(reader),
  ...listSamples(reader),
  ...helpSamples(reader),
  ...historySamples(reader),
];
