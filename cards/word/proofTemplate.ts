import type { TemplateView } from '../../services/claims/proof/views.ts';
import type { Answers } from '../../services/domain/answers.ts';
import { activities } from '../../services/domain/claim.ts';
import { areaOf, choicesOf } from '../../services/domain/form/formRules.ts';
import type { Locale, Reader } from '../kit/card.ts';
import { activitiesText, nameOf } from '../text/lists.ts';
import { wordsFor } from '../text/words.ts';
import { writable } from './documentText.ts';
import type { Block, LabelledValue, TemplateContent } from './templateContent.ts';

const languages: Readonly<Record<Locale, string>> = { en: 'en-US' };

/** Rows to fill in by hand where no line has been chosen yet. */
const blankLines = 3;

/** Up to this many lines, work and signature get a page of their own; with more, the text flows over two pages. */
const manyLines = 8;

/** The template of proof for a draft (R56): what is known of the claim, and room for what reviewers look for (R58). */
export function proofTemplate(view: TemplateView, reader: Reader): TemplateContent {
  const t = wordsFor(reader);
  const { number, version, createdAt, answers } = view;
  const about = t('template.about', { number });
  return {
    number,
    createdAt,
    fileName: t('template.fileName', { number, version }),
    language: languages[reader.locale],
    eyebrow: t('template.eyebrow'),
    title: titleOf(view, reader),
    subtitle: about,
    footer: {
      text: `${about} · ${t('template.eyebrow')}`,
      page: t('template.page'),
      of: t('template.pageOf'),
    },
    blocks: [
      { kind: 'note', text: t('template.howTo', { number }) },
      { kind: 'heading', text: t('template.partner') },
      { kind: 'facts', rows: partnerRows(view, reader) },
      { kind: 'heading', text: t('template.customer') },
      { kind: 'facts', rows: customerRows(view, reader) },
      { kind: 'heading', text: t('template.claimed') },
      { kind: 'facts', rows: claimedRows(answers, reader) },
      linesBlock(view, reader),
      ...workBlocks(linesChosen(view).length > manyLines ? 'flowing' : 'ownPage', reader),
      ...closingBlocks(view, reader),
    ],
  };
}

/** Names the partner and the customer, not the claim, whose name customers do not see. */
function titleOf({ number, partnerName, customerName, answers }: TemplateView, reader: Reader): string {
  const t = wordsFor(reader);
  const [partner, customer] = [writable(partnerName), writable(customerName ?? answers.customerDomain)];
  return partner && customer ? t('template.titleOf', { partner, customer }) : t('template.title', { number });
}

function partnerRows({ answers, options, partnerName }: TemplateView, reader: Reader): LabelledValue[] {
  const t = wordsFor(reader);
  const location = options.locations.find(({ mpnId }) => mpnId === answers.mpnId);
  return [
    { label: t('template.company'), value: writable(partnerName) },
    {
      label: t('field.mpnId'),
      value: location
        ? t('claim.location', { mpnId: location.mpnId, name: writable(location.name) })
        : writable(answers.mpnId),
    },
    { label: t('template.contact'), value: writable(answers['partnerContact.name']) },
    { label: t('template.contactEmail'), value: writable(answers['partnerContact.email']) },
  ];
}

function customerRows({ answers, customerName }: TemplateView, reader: Reader): LabelledValue[] {
  const t = wordsFor(reader);
  const rows = [
    { label: t('template.customerName'), value: writable(customerName) },
    { label: t('template.domain'), value: writable(answers.customerDomain) },
    { label: t('template.tenantId'), value: writable(answers.customerTenantId) },
    { label: t('template.contact'), value: personText(answers, 'customerContact', reader) },
    { label: t('template.contactEmail'), value: writable(answers['customerContact.email']) },
  ];
  if (areaOf(answers) !== 'BusinessApplications') return rows;
  return [
    ...rows,
    { label: t('template.technical'), value: personText(answers, 'technicalContact', reader) },
    { label: t('template.technicalEmail'), value: writable(answers['technicalContact.email']) },
  ];
}

function personText(answers: Answers, side: 'customerContact' | 'technicalContact', reader: Reader): string {
  const [name, title] = [writable(answers[`${side}.name`]), writable(answers[`${side}.title`])];
  if (name === '' || title === '') return name || title;
  return wordsFor(reader)('template.person', { name, title });
}

function claimedRows(answers: Answers, reader: Reader): LabelledValue[] {
  const t = wordsFor(reader);
  const area = areaOf(answers);
  const names = choicesOf(answers.activities);
  const chosen = activities.filter((activity) => names.includes(activity));
  const more = chosen.includes('RevenueAssociation')
    ? (['solutionSellerName', 'customerName', 'isvSolutionName'] as const)
    : [];
  return [
    { label: t('field.solutionArea'), value: area ? t(`area.${area}`) : '' },
    { label: t('field.activities'), value: activitiesText(chosen, reader) },
    ...more.map((field) => ({ label: t(`field.${field}`), value: writable(answers[field]) })),
  ];
}

/** The lines of the chosen area; those of the other area stay in the draft, hidden. */
const linesChosen = ({ answers, options }: TemplateView): string[] =>
  choicesOf(answers.lines).filter((id) => options.lines.some((line) => line.id === id));

function linesBlock(view: TemplateView, reader: Reader): Block {
  const { answers, options } = view;
  const t = wordsFor(reader);
  const area = areaOf(answers);
  const ids = linesChosen(view);
  const names = ids.map((id) => writable(nameOf(id, options.names)));
  const blank = Array.from({ length: blankLines }, () => '');
  if (area === 'Microsoft365') {
    const rows = (names.length > 0 ? names : blank).map((name) => [name]);
    return { kind: 'list', columns: [t('template.workload')], rows };
  }
  const rows = ids.map((id, index) => [
    names[index] ?? '',
    writable(options.subscriptionTaken[id] ?? answers[`subscriptionId.${id}`]),
  ]);
  const column = t(area ? 'template.product' : 'template.productOrWorkload');
  return {
    kind: 'list',
    columns: [column, t('template.subscription')],
    rows: rows.length > 0 ? rows : blank.map((empty) => [empty, empty]),
  };
}

/** Lines to write on for each question. */
const room = { ownPage: [8, 5, 4], flowing: [3, 2, 1] } as const;

function workBlocks(space: keyof typeof room, reader: Reader): Block[] {
  const t = wordsFor(reader);
  const [work, lines, result] = room[space];
  return [
    { kind: 'heading', text: t('template.work'), newPage: space === 'ownPage' },
    {
      kind: 'facts',
      rows: [
        { label: t('template.start'), value: '' },
        { label: t('template.end'), value: '' },
      ],
    },
    {
      kind: 'questions',
      questions: [
        { text: t('template.askWork'), help: t('template.askWorkHelp'), lines: work },
        { text: t('template.askLines'), lines },
        { text: t('template.askResult'), lines: result },
      ],
    },
  ];
}

function closingBlocks({ partnerName, customerName }: TemplateView, reader: Reader): Block[] {
  const t = wordsFor(reader);
  const partner = writable(partnerName) || t('template.thePartner');
  const customer = writable(customerName) || t('template.theCustomer');
  const points = ['Acknowledgment', 'Dates', 'Service', 'Products', 'ThisClaim'] as const;
  return [
    { kind: 'heading', text: t('template.acknowledgment') },
    { kind: 'text', text: t('template.acknowledged', { partner, customer }) },
    {
      kind: 'signature',
      fields: [
        t('template.signName'),
        t('template.signTitle'),
        t('template.signature'),
        t('template.signDate'),
      ],
    },
    { kind: 'heading', text: t('template.checklist') },
    { kind: 'checklist', points: points.map((point) => t(`template.check${point}`)) },
  ];
}
