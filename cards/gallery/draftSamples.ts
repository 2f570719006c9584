import type { Draft } from '../../services/domain/claim.ts';
import { deleteDraftCard, draftDeletedCard } from '../draft/draftDeletion.ts';
import { draftNewsCard } from '../draft/draftNews.ts';
import { draftTakeOverCard } from '../draft/draftTakeOver.ts';
import { filingCard } from '../filing/filing.ts';
import type { Card, Reader } from '../kit/card.ts';
import { messageText } from '../text/messages.ts';
import { refusalText } from '../text/refusal.ts';
import type { Sample } from './sample.ts';
import { atStep, draft, firstStep } from './sampleFiling.ts';

const nina = { id: 'person:nina', name: 'Nina Berg' };
const reminded: Draft = { ...draft, due: 'notice', dueAt: '2027-02-11T08:00:00.000Z' };
const noticed: Draft = { ...draft, due: 'delete', dueAt: '2027-02-19T08:00:00.000Z' };
const unnamed: Draft = {
  ...draft,
  proofs: [],
  answers: { customerDomain: draft.answers.customerDomain ?? '' },
};
const end = { number: draft.number, partnerId: 'fabrikam', at: '2026-11-21T10:30:00.000Z', dueAt: '' };
const gone = { ...end, claimName: draft.answers.claimName ?? '', files: 2 };

/** What happens to drafts besides being filled in (D13). */
export function draftSamples(reader: Reader): readonly Sample[] {
  const cards: Readonly<Record<string, Card>> = {
    ...takenOver(reader),
    ...cannotGoOn(reader),
    ...deletion(reader),
    ...news(reader),
  };
  return Object.entries(cards).map(([name, card]) => ({ id: `draft/${name}`, card }));
}

/** A colleague's draft, and the notice to the person from whom it was taken over. */
const takenOver = (reader: Reader): Readonly<Record<string, Card>> => ({
  'take-over': draftTakeOverCard({ ...draft, ownedBy: nina }, reader),
  'take-over-unnamed': draftTakeOverCard({ ...unnamed, ownedBy: nina }, reader),
  'taken-over-while-typing': filingCard(
    {
      ...atStep('name', {}, { claimName: 'Contoso: Exchange rollout, second phase' }),
      notice: { tone: 'warning', text: messageText('draftTakenOver', nina, reader) },
    },
    reader,
  ),
});

/** Forms of a draft that is deleted meanwhile, or that somebody else has to submit. */
function cannotGoOn(reader: Reader): Readonly<Record<string, Card>> {
  const by = { kind: 'colleague', name: nina.name } as const;
  const reason = refusalText(
    { code: 'draftDeleted', data: { number: draft.number, at: end.at, by } },
    reader,
  );
  const review = atStep('review');
  const submitters = ['Ann Partner', 'Nina Berg', 'Olga Sand', 'Piet Vos'];
  return {
    'deleted-while-typing': filingCard(
      { ...firstStep, notice: { tone: 'warning', text: messageText('draftStartAgain', { reason }, reader) } },
      reader,
    ),
    'review-by-another-admin': filingCard({ ...review, options: { ...review.options, submitters } }, reader),
  };
}

/** The question before a draft is deleted, and the card after it. */
const deletion = (reader: Reader): Readonly<Record<string, Card>> => ({
  delete: deleteDraftCard({ draft, step: 'proof' }, reader),
  'delete-changed': deleteDraftCard(
    { draft, notice: { tone: 'warning', text: messageText('draftChangedMeanwhile', {}, reader) } },
    reader,
  ),
  'delete-unnamed': deleteDraftCard({ draft: unnamed }, reader),
  deleted: draftDeletedCard({ ...gone, by: nina }, reader, { mayFile: true, own: true }),
  'deleted-by-colleague': draftDeletedCard({ ...gone, by: nina }, reader),
  'deleted-by-itself': draftDeletedCard({ ...end, files: 0 }, reader, { mayFile: true }),
});

/** The reminder of a draft that nobody goes on with, and the notice before it is deleted by itself. */
const news = (reader: Reader): Readonly<Record<string, Card>> => ({
  reminder: draftNewsCard({ draft: reminded, step: 'proof', own: true }, reader),
  'reminder-to-colleague': draftNewsCard({ draft: reminded, step: 'review', own: false }, reader),
  'reminder-ask': draftNewsCard(
    { draft: reminded, step: 'review', own: true, ask: ['Ann Partner', 'Nina Berg'] },
    reader,
  ),
  notice: draftNewsCard({ draft: noticed, step: 'review', own: true }, reader),
  'notice-unnamed': draftNewsCard(
    { draft: { ...unnamed, due: 'delete', dueAt: noticed.dueAt ?? '' }, step: 'activity', own: true },
    reader,
  ),
});
