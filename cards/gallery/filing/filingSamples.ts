import { continuedCard, type FilingCardView, filingCard } from '../../filing/filing.ts';
import type { Reader } from '../../kit/card.ts';
import type { Sample } from '../sample.ts';
import { activitySamples } from './activitySamples.ts';
import { contactsSamples } from './contactsSamples.ts';
import { customerSamples } from './customerSamples.ts';
import { linesSamples } from './linesSamples.ts';
import { proofSamples } from './proofSamples.ts';
import { reviewSamples } from './reviewSamples.ts';

/** The form, step by step, empty, filled in, and with errors. */
export function filingSamples(reader: Reader): readonly Sample[] {
  const views: Readonly<Record<string, FilingCardView>> = {
    ...customerSamples(reader),
    ...activitySamples,
    ...linesSamples,
    ...contactsSamples(reader),
    ...proofSamples(reader),
    ...reviewSamples(reader),
  };
  return [
    ...Object.entries(views).map(([id, view]) => ({ id: `filing/${id}`, card: filingCard(view, reader) })),
    {
      id: 'filing/continued',
      card: continuedCard({ number: 'C-4HTX-0W8B', title: 'Contoso: Exchange and Teams rollout' }, reader),
    },
  ];
}
