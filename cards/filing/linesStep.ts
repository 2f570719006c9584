import type { FilingView } from '../../services/claims/views.ts';
import { choicesOf, lineField } from '../../services/domain/form/formRules.ts';
import type { Reader } from '../kit/card.ts';
import { choiceField, type Field, knownField } from '../kit/fields.ts';
import type { Amounts } from '../kit/fit.ts';
import { texts } from '../kit/parts.ts';
import { joinTexts, nameOf } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { customerAdvice } from './checkAdvice.ts';
import { chosenArea } from './enrolment.ts';
import { asking, formField, type StepContent } from './stepContent.ts';

/** Characters of a product's name. */
const longest = 60;

/** What is claimed (R17), line by line what is known and asked of it (R22), and what is already claimed (D5). */
export function linesStep(view: FilingView, amounts: Amounts, reader: Reader): StepContent {
  const nameLength = Math.min(longest, amounts.nameLength);
  const form = { view, amounts, reader };
  const fields = [
    choiceOfLines(view, nameLength, reader),
    ...askedFields(form, nameLength),
    ...knownFields(view, nameLength, reader),
    ...arbitrationField(view, nameLength, reader),
  ];
  return asking(view, { fields, outro: texts(customerAdvice(view.errors, reader)) }, reader);
}

function askedFields(form: Parameters<typeof formField>[0], nameLength: number): Field[] {
  const t = wordsFor(form.reader);
  return form.view.options.subscriptionNeeded.map(({ id, name }, index) =>
    formField(
      form,
      `subscriptionId.${id}`,
      {
        label: t('field.subscriptionId', { product: shorten(name, nameLength) }),
        placeholder: t('lines.subscriptionExample'),
      },
      { before: [index === 0 && t('lines.subscriptionHelp')] },
    ),
  );
}

/** Lines without an input that have something to say: the subscription that is taken, or what is wrong (R43). */
function knownFields({ answers, errors, options }: FilingView, nameLength: number, reader: Reader): Field[] {
  const t = wordsFor(reader);
  return choicesOf(answers.lines).flatMap((id) => {
    const subscription = options.subscriptionTaken[id];
    const error = errors[lineField(id)];
    if (!subscription && !error) return [];
    const name = plain(shorten(nameOf(id, options.names), nameLength));
    if (error || !subscription) return [knownField({ heading: name, error }, reader)];
    return [knownField({ before: [t('lines.taken', { product: name, subscription })] }, reader)];
  });
}

/** D5: the choice to go on to arbitration where another partner has been approved; it names nobody (R53). */
function arbitrationField(
  { answers, errors, options }: FilingView,
  nameLength: number,
  reader: Reader,
): Field[] {
  const t = wordsFor(reader);
  const error = errors.arbitration;
  if (options.held.length === 0)
    return error ? [knownField({ heading: t('field.arbitration'), error }, reader)] : [];
  // Products of one subscription are one slot, and one choice (D6).
  const byKey = Map.groupBy(options.held, ({ id }) => id);
  const choices = [...byKey].map(([value, lines]) => {
    const names = lines.map(({ name }) => shorten(name, nameLength));
    return { value, title: t('lines.arbitrate', { name: joinTexts(names, reader) }) };
  });
  const held = new Set(options.held.map(({ id }) => id));
  // A line that was accepted before but is no longer held is not among the choices.
  const value = choicesOf(answers.arbitration)
    .filter((key) => held.has(key))
    .join(',');
  return [
    choiceField(
      { id: 'arbitration', label: t('field.arbitration'), value, multiple: true, choices },
      { error, before: [t('lines.arbitrationHelp')] },
      reader,
    ),
  ];
}

function choiceOfLines(view: FilingView, nameLength: number, reader: Reader): Field {
  const t = wordsFor(reader);
  const area = chosenArea(view) ?? 'BusinessApplications';
  return choiceField(
    {
      id: 'lines',
      label: t(area === 'Microsoft365' ? 'field.workloads' : 'field.products'),
      value: view.answers.lines ?? '',
      multiple: true,
      choices: view.options.lines.map(({ id, name }) => ({ value: id, title: shorten(name, nameLength) })),
    },
    {
      error: view.errors.lines,
      before: [t(view.options.lines.length > 0 ? `lines.help${area}` : 'lines.none')],
      ...(area === 'BusinessApplications' ? { help: 'subscription' } : {}),
    },
    reader,
  );
}
