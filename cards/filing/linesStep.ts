import type { FilingView } from '../../services/claims/views.ts';
import type { Reader } from '../card.ts';
import { choiceField, type Field } from '../fields.ts';
import type { Amounts } from '../fit.ts';
import { texts } from '../parts.ts';
import { nameOf } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { chosenArea } from './enrolment.ts';
import { asking, formField, type StepContent } from './stepContent.ts';

/** Characters of a product's name. */
const longest = 60;

/** What is claimed (R17), and subscription IDs where a product has several subscriptions (R22). */
export function linesStep(view: FilingView, amounts: Amounts, reader: Reader): StepContent {
  const t = wordsFor(reader);
  const nameLength = Math.min(longest, amounts.nameLength);
  const { subscriptionNeeded, subscriptionTaken, names } = view.options;
  const subscriptions = subscriptionNeeded.map(({ id, name }, index) =>
    formField(
      { view, amounts, reader },
      `subscriptionId.${id}`,
      {
        label: t('field.subscriptionId', { product: shorten(name, nameLength) }),
        placeholder: t('lines.subscriptionExample'),
      },
      { before: [index === 0 && t('lines.subscriptionHelp')] },
    ),
  );
  const taken = Object.entries(subscriptionTaken).map(([product, subscription]) =>
    t('lines.taken', { product: plain(shorten(nameOf(product, names), nameLength)), subscription }),
  );
  return asking(
    view,
    { fields: [lineField(view, nameLength, reader), ...subscriptions], outro: texts(...taken) },
    reader,
  );
}

function lineField(view: FilingView, nameLength: number, reader: Reader): Field {
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
