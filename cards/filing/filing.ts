import type { FilingView } from '../../services/claims/views.ts';
import { filingSteps } from '../../services/domain/answers.ts';
import { type Button, button, type Lanes, lanes } from '../kit/buttons.ts';
import type { AdaptiveCardContent, Card, Notice, Reader } from '../kit/card.ts';
import { type Amounts, fitting } from '../kit/fit.ts';
import { type Header, type Maybe, maybe, statusBadge, texts } from '../kit/parts.ts';
import { namingCard } from '../kit/pressedCard.ts';
import { progressBar } from '../kit/progressBar.ts';
import { createTemplate } from '../kit/render.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { stepNotices } from './notices.ts';
import type { StepContent } from './stepContent.ts';
import { stepContent } from './steps.ts';

/** What the card of a form is rendered from. */
export interface FilingData extends Omit<StepContent, 'primary' | 'sideButtons'> {
  readonly progress: Maybe<{ readonly url: string; readonly text: string }>;
  readonly header: Header;
  readonly notice: Maybe<Notice>;
  readonly buttons: Maybe<Lanes>;
}

/** Renders the card of a form. */
export const renderForm = createTemplate<FilingData>('filing');
const countedSteps = filingSteps.length - 1;

/** A step of the form, with what has to be said at its top. */
export type FilingCardView = FilingView & { readonly notice?: Notice };

/** The form for filing a claim, at one of its seven steps or at the review before submit (R24). */
export function filingCard(view: FilingCardView, reader: Reader): Card {
  const t = wordsFor(reader);
  const title = t(`step.${view.step}`);
  const number = view.draft?.number;
  return {
    content: fitting((amounts) => namingStep(renderForm(filingData(view, amounts, reader)), view)),
    summary: number ? t('filing.summaryNumber', { number, title }) : t('filing.summary', { title }),
  };
}

function namingStep(
  content: AdaptiveCardContent,
  { draft, begun, step }: FilingCardView,
): AdaptiveCardContent {
  if (draft) return namingCard(content, { draft: draft.number, step });
  return begun ? namingCard(content, { begun }) : content;
}

function filingData(
  view: FilingView & { readonly notice?: Notice },
  amounts: Amounts,
  reader: Reader,
): FilingData {
  const { primary, sideButtons, ...content } = stepContent(view, amounts, reader);
  return {
    ...content,
    ...heading(view, amounts, reader),
    notice: stepNotices(view, reader),
    buttons: lanes([primary, backButton(view, reader), ...sideButtons, deleteButton(view, reader)]),
  };
}

function heading(
  view: FilingView,
  amounts: Amounts,
  reader: Reader,
): Pick<FilingData, 'progress' | 'header'> {
  const t = wordsFor(reader);
  const index = filingSteps.indexOf(view.step);
  const progress =
    view.step === 'review'
      ? t('filing.review')
      : t('filing.progress', { step: index + 1, count: countedSteps });
  const name = plain(
    shorten((view.draft?.answers ?? view.answers).claimName?.trim() ?? '', Math.min(60, amounts.nameLength)),
  );
  const about = [view.draft?.number ?? t('filing.new'), name].filter((part) => part !== '').join(' · ');
  return {
    progress: [{ url: progressBar(Math.min(index + 1, countedSteps), countedSteps), text: progress }],
    header: {
      eyebrow: progress,
      badge: maybe(view.draft && statusBadge('Editing', reader)),
      title: t(`step.${view.step}`),
      subtitle: texts(about),
    },
  };
}

function backButton(view: FilingView, reader: Reader): Button | undefined {
  if (view.step === filingSteps[0]) return undefined;
  const { draft, step } = view;
  const target = draft ? { number: draft.number, version: draft.version } : {};
  return button(wordsFor(reader)('action.back'), { verb: 'claim.back', step, ...target });
}

/** D13: shown once there is a draft. What is typed is saved first, in case the draft is kept after all. */
function deleteButton({ draft, step }: FilingView, reader: Reader): Button | undefined {
  if (!draft) return undefined;
  const { number, version } = draft;
  return button(wordsFor(reader)('draft.delete'), { verb: 'draft.delete', number, version, step });
}

interface ContinuedData {
  readonly eyebrow: string;
  readonly title: string;
  readonly text: string;
}

const renderContinued = createTemplate<ContinuedData>('continued');

/** What an older copy of the form turns into once the form continues below. */
export function continuedCard(
  { number, title }: { readonly number?: string; readonly title: string },
  reader: Reader,
): Card {
  const t = wordsFor(reader);
  const shown = shorten(title, 200);
  return {
    content: renderContinued({
      eyebrow: number ?? t('filing.new'),
      title: plain(shown),
      text: t('continued.text'),
    }),
    summary: t('continued.summary', { title: shown }),
  };
}
