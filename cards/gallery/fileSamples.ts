import type { ListedClaim } from '../../services/claims/lists/views.ts';
import { type FileQuestion, fileQuestionCard, filesPlacedCard } from '../file/fileQuestion.ts';
import type { Reader } from '../kit/card.ts';
import { messageText } from '../text/messages.ts';
import { refusalText } from '../text/refusal.ts';
import type { Sample } from './sample.ts';
import { actionRequired, submitted } from './sampleClaims.ts';

const updatedAt = '2026-11-20T18:30:00.000Z';
const claims: readonly ListedClaim[] = [
  {
    number: 'C-7F3K-9Q2M',
    version: 7,
    status: 'PartnerActionRequired',
    claimName: 'Contoso: Exchange and Teams rollout',
    customerDomain: 'contoso.onmicrosoft.com',
    updatedAt,
    clock: {
      kind: 'answer',
      at: '2026-11-28T08:00:00.000Z',
      daysLeft: 4,
      asOf: '2026-11-20T20:00:00.000Z',
      overdue: false,
    },
  },
  {
    number: 'C-0RQM-51ZD',
    version: 3,
    status: 'Submitted',
    claimName: 'Woodgrove Bank: Teams',
    customerDomain: 'woodgrove.example',
    updatedAt,
  },
  { number: 'C-4HTX-0W8B', version: 1, status: 'Editing', updatedAt },
];
const page = { id: '0'.repeat(32), name: 'Page 3, signed.pdf' };
const plan = { id: '1'.repeat(32), name: 'Plan with dates.xlsx' };
const question: FileQuestion = {
  files: [page],
  keptUntil: '2026-11-22T09:00:00.000Z',
  claims,
  mayFile: true,
};

/** Files that were sent without saying which claim they are for. */
export function fileSamples(reader: Reader): readonly Sample[] {
  const reason = refusalText({ code: 'fileCount', data: { limit: 20 } }, reader);
  const questions: Readonly<Record<string, FileQuestion>> = {
    'one-file': question,
    'two-files-more-claims': { ...question, files: [page, plan], next: [updatedAt, 'C-4HTX-0W8B'] },
    'no-claim': { ...question, claims: [] },
    'no-claim-may-not-file': { ...question, claims: [], mayFile: false },
    'no-more-claims': { ...question, claims: [], isMore: true },
    refused: { ...question, notice: messageText('fileNotAdded', { file: page.name, reason }, reader) },
  };
  const added = messageText('fileAdded', { file: page.name, number: submitted.number }, reader);
  const next = messageText('fileAddedAnswerNext', { file: page.name, number: actionRequired.number }, reader);
  const deleted = messageText('fileDiscarded', { file: page.name }, reader);
  const placed = {
    added: { lines: [added], claim: submitted },
    'added-answer-next': { lines: [next], claim: actionRequired },
    deleted: { lines: [deleted] },
  };
  return [
    ...Object.entries(questions).map(([id, one]) => ({
      id: `files/${id}`,
      card: fileQuestionCard(one, reader),
    })),
    ...Object.entries(placed).map(([id, one]) => ({ id: `files/${id}`, card: filesPlacedCard(one, reader) })),
  ];
}
