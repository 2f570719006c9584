import type { FilingView } from '../../services/claims/views.ts';
import type { FilingStep } from '../../services/domain/answers.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import { choicesOf, lineField } from '../../services/domain/form/formRules.ts';
import type { Reader } from '../kit/card.ts';
import type { Amounts } from '../kit/fit.ts';
import { contactFact, typedFact } from '../kit/groups.ts';
import type { Fact } from '../kit/parts.ts';
import { activitiesText, fileSize, joinTexts, nameOf } from '../text/lists.ts';
import { plain, shorten, shortFileName } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { contactLanguages } from './contactsStep.ts';
import { chosenActivities, chosenArea } from './enrolment.ts';

interface Content {
  readonly facts: readonly Fact[];
  readonly lines: readonly (string | undefined)[];
}

/** The answers of one step, to read once more. */
export function groupContent(
  view: FilingView,
  step: Exclude<FilingStep, 'review'>,
  amounts: Amounts,
  reader: Reader,
): Content {
  switch (step) {
    case 'customer':
      return orNothing(customerFacts(view, amounts, reader), reader);
    case 'activity':
      return orNothing(activityFacts(view, reader), reader);
    case 'name':
      return orNothing(nameFacts(view, amounts, reader), reader);
    case 'lines':
      return lines(view, amounts, reader);
    case 'contacts':
      return contacts(view, amounts, reader);
    case 'proof':
      return proofs(view, amounts, reader);
    case 'comments':
      return comment(view, amounts, reader);
    default:
      return assertNever(step);
  }
}

const orNothing = (facts: readonly Fact[], reader: Reader): Content => ({
  facts,
  lines: facts.length === 0 ? [wordsFor(reader)('field.none')] : [],
});

function customerFacts({ answers, options }: FilingView, { nameLength }: Amounts, reader: Reader): Fact[] {
  const t = wordsFor(reader);
  const location = options.locations.find(({ mpnId }) => mpnId === answers.mpnId);
  const mpn = location ? t('claim.location', { mpnId: location.mpnId, name: location.name }) : answers.mpnId;
  return [
    ...typedFact(t('field.mpnId'), mpn, nameLength),
    ...typedFact(t('field.customerDomain'), answers.customerDomain, nameLength),
    ...typedFact(t('field.customerTenantId'), answers.customerTenantId, nameLength),
  ];
}

function activityFacts(view: FilingView, reader: Reader): Fact[] {
  const t = wordsFor(reader);
  const [area, activities] = [chosenArea(view), chosenActivities(view)];
  return [
    ...(area ? [{ title: t('field.solutionArea'), value: t(`area.${area}`) }] : []),
    ...(activities.length > 0
      ? [{ title: t('field.activities'), value: activitiesText(activities, reader) }]
      : []),
  ];
}

function nameFacts(view: FilingView, { nameLength }: Amounts, reader: Reader): Fact[] {
  const t = wordsFor(reader);
  const revenue = chosenActivities(view).includes('RevenueAssociation');
  const more = revenue ? (['solutionSellerName', 'customerName', 'isvSolutionName'] as const) : [];
  return (['claimName', ...more] as const).flatMap((field) =>
    typedFact(t(`field.${field}`), view.answers[field], nameLength),
  );
}

function lines(view: FilingView, amounts: Amounts, reader: Reader): Content {
  const { facts, lines: nothing } = orNothing(lineFacts(view, amounts, reader), reader);
  const accepted = choicesOf(view.answers.arbitration);
  const names = view.options.held
    .filter(({ id }) => accepted.includes(id))
    .map(({ name }) => plain(shorten(name, Math.min(60, amounts.nameLength))));
  const arbitration = wordsFor(reader)('review.arbitration', { names: joinTexts(names, reader) });
  return { facts, lines: [...nothing, names.length > 0 ? arbitration : undefined] };
}

function lineFacts(view: FilingView, { nameLength }: Amounts, reader: Reader): Fact[] {
  const t = wordsFor(reader);
  const short = (id: string): string => plain(shorten(nameOf(id, names), Math.min(60, nameLength)));
  const { names, subscriptionTaken } = view.options;
  // Chosen lines that are not offered are shown too, with their errors.
  const ids = choicesOf(view.answers.lines);
  if (ids.length === 0) return [];
  if (chosenArea(view) === 'Microsoft365') {
    const listed = ids.map((id) => `- ${short(id)}`).join('\n');
    return [{ title: t('field.workloads'), value: listed }];
  }
  return ids.map((id) => ({
    title: short(id),
    value:
      plain(shorten(subscriptionTaken[id] ?? view.answers[`subscriptionId.${id}`] ?? '', 40)) ||
      t(view.errors[lineField(id)] ? 'review.notClaimable' : 'field.none'),
  }));
}

function contacts(view: FilingView, { nameLength }: Amounts, reader: Reader): Content {
  const t = wordsFor(reader);
  const { answers } = view;
  const language = contactLanguages.find((known) => known === answers['customerContact.language']);
  const person = (side: 'customer' | 'technical'): Fact[] =>
    contactFact(
      t(`contact.${side}`),
      {
        name: answers[`${side}Contact.name`],
        title: answers[`${side}Contact.title`],
        email: answers[`${side}Contact.email`],
      },
      nameLength,
    );
  const own = { name: answers['partnerContact.name'], email: answers['partnerContact.email'] };
  return orNothing(
    [
      ...person('customer'),
      ...(language ? [{ title: t('field.customerContact.language'), value: t(`language.${language}`) }] : []),
      ...(chosenArea(view) === 'BusinessApplications' ? person('technical') : []),
      ...contactFact(t('contact.partner'), own, nameLength),
    ],
    reader,
  );
}

function proofs(view: FilingView, amounts: Amounts, reader: Reader): Content {
  const t = wordsFor(reader);
  const files = view.draft?.proofs ?? [];
  const shown = files.slice(-amounts.files);
  const listed = shown.map(
    ({ name, bytes }) =>
      `${plain(shortFileName(name, Math.min(45, amounts.nameLength)))} (${fileSize(bytes, reader)})`,
  );
  const hidden = files.length - shown.length;
  return {
    facts: [],
    lines: [
      listed.join('\n\n') || t('review.noFiles'),
      hidden > 0 ? t('files.more', { count: hidden }) : undefined,
    ],
  };
}

function comment(view: FilingView, { commentLength }: Amounts, reader: Reader): Content {
  const text = view.answers.comment?.trim();
  return {
    facts: [],
    lines: [text ? plain(shorten(text, commentLength)) : wordsFor(reader)('field.noComment')],
  };
}
