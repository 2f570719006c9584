import type { FilingView } from '../../services/claims/views.ts';
import { type FilingStep, filingSteps } from '../../services/domain/answers.ts';
import type { Draft } from '../../services/domain/claim.ts';
import type { FieldError } from '../../services/domain/form/fieldError.ts';
import { stepOfField } from '../../services/domain/form/fieldLookup.ts';
import { fields } from '../../services/domain/form/fields.ts';
import { choicesOf } from '../../services/domain/form/formRules.ts';
import { type Button, button } from '../kit/buttons.ts';
import type { Reader } from '../kit/card.ts';
import type { Amounts } from '../kit/fit.ts';
import { type Group, group } from '../kit/groups.ts';
import { texts } from '../kit/parts.ts';
import { fieldErrorText } from '../text/fieldError.ts';
import { joinTexts } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { submitterText } from '../text/whomToAsk.ts';
import { wordsFor } from '../text/words.ts';
import { checksAgain, customerAdvice } from './checkAdvice.ts';
import { enrolmentWarning } from './enrolment.ts';
import { fieldTitle } from './fieldTitle.ts';
import { groupContent } from './reviewGroups.ts';
import { asking, type StepContent } from './stepContent.ts';

const shownSteps = filingSteps.filter((step) => step !== 'review');

/** Everything before submit, each group with a way back to its step and with its errors (R24, R43). */
export function reviewStep(view: FilingView, amounts: Amounts, reader: Reader): StepContent {
  const { draft } = view;
  if (!draft) return asking(view, { primary: undefined }, reader);
  const t = wordsFor(reader);
  const missing = whatIsMissing(view, draft, reader);
  const submit = button(
    t('review.submit'),
    { verb: 'claim.submit', number: draft.number, version: draft.version },
    'positive',
  );
  const { submitters } = view.options;
  const ready = submitters ? undefined : submit;
  return asking(
    view,
    {
      intro: texts(
        submitters ? submitterText(submitters, reader) : missing.length === 0 && t('review.ready'),
      ),
      caution: texts(missing, enrolmentWarning(view, reader)),
      groups: shownSteps.map((step) => reviewGroup(view, draft, { step, amounts }, reader)),
      primary: missing.length === 0 ? ready : wayOn(view, draft, reader),
    },
    reader,
  );
}

/** While the claim cannot be submitted: a button to the step where the next thing is missing or wrong. */
function wayOn(view: FilingView, draft: Draft, reader: Reader): Button | undefined {
  const t = wordsFor(reader);
  const goTo = (text: string, step: FilingStep): Button =>
    button(text, { verb: 'claim.goTo', number: draft.number, version: draft.version, step }, 'positive');
  if (view.errors.arbitration) return goTo(t('review.decide'), fields.arbitration.step);
  if (draft.proofs.length === 0) return goTo(t('review.attach'), 'proof');
  if (checksAgain(view.errors)) return goTo(t('action.checkAgain'), 'review');
  const wrong = Object.keys(view.errors);
  const first = shownSteps.find((step) => wrong.some((field) => stepOfField(field) === step));
  return first && goTo(t('review.correct', { step: t(`group.${first}`) }), first);
}

function whatIsMissing(view: FilingView, draft: Draft, reader: Reader): string {
  const t = wordsFor(reader);
  const { arbitration, ...toCorrect } = view.errors;
  const count = Object.keys(toCorrect).length;
  const points = [
    ...(arbitration ? [t('review.missingDecision')] : []),
    ...(count > 0 ? [t('review.missingFields', { count })] : []),
    ...(draft.proofs.length === 0 ? [t('review.missingProof')] : []),
  ];
  return points.length === 0
    ? ''
    : `${t('review.notReady')}\n\n${points.map((point) => `- ${point}`).join('\n')}`;
}

function reviewGroup(
  view: FilingView,
  draft: Draft,
  { step, amounts }: { readonly step: Exclude<FilingStep, 'review'>; readonly amounts: Amounts },
  reader: Reader,
): Group {
  const t = wordsFor(reader);
  const { facts, lines } = groupContent(view, step, amounts, reader);
  const all = Object.entries(view.errors).filter(([field]) => stepOfField(field) === step);
  const errors = all
    .slice(0, amounts.errors)
    .map(([field, error]) => error && errorLine(field, error, view, reader));
  const hidden = all.length - errors.length;
  const advice = customerAdvice(Object.fromEntries(all), reader);
  const missing = step === 'proof' && draft.proofs.length === 0 ? t('review.missingProof') : undefined;
  const data = { verb: 'claim.goTo', number: draft.number, version: draft.version, step } as const;
  return {
    ...group(t(`group.${step}`), facts, texts(...lines)),
    change: [
      {
        text: t('action.change'),
        title: `${t('action.change')}: ${t(`group.${step}`)}`,
        verb: data.verb,
        data,
      },
    ],
    errors: texts(...errors, hidden > 0 && t('review.moreErrors', { count: hidden }), missing, advice),
  };
}

function errorLine(field: string, error: FieldError, view: FilingView, reader: Reader): string {
  const t = wordsFor(reader);
  // D5: the choice is not on this card.
  if (error.code === 'arbitrationNeeded') {
    const accepted = choicesOf(view.answers.arbitration);
    const open = view.options.held.filter(({ id }) => !accepted.includes(id));
    const names = joinTexts(
      open.map(({ name }) => plain(shorten(name, 60))),
      reader,
    );
    return t('review.arbitrationNeeded', { names, button: t('review.decide') });
  }
  return t('review.fieldError', {
    field: fieldTitle(field, view.options.names, reader),
    error: fieldErrorText(error, reader),
  });
}
