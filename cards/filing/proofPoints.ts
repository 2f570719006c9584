import { limits } from '../../services/domain/limits.ts';
import type { Reader } from '../kit/card.ts';
import { wordsFor } from '../text/words.ts';

/** R58 in the partner's words, as a list. */
export function proofPoints(reader: Reader): string {
  const t = wordsFor(reader);
  const points = [
    t('proof.checkAcknowledgment'),
    t('proof.checkDates'),
    t('proof.checkService'),
    t('proof.checkProducts'),
    t('proof.checkThisClaim'),
  ];
  return points.map((point) => `- ${point}`).join('\n');
}

/** D9: which files, how large and how many. */
export const proofFormats = (reader: Reader): string =>
  wordsFor(reader)('proof.formats', { mib: limits.proofBytes / 1024 / 1024, files: limits.proofs });
