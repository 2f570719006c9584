import type {
  Catalogue,
  CatalogueItem,
  Customer,
  MpnLocation,
  Programme,
  Subscription,
} from '../directory/directory.ts';
import type { Answers, FieldName, FilingStep } from './answers.ts';
import { type Activity, type SolutionArea, solutionAreas } from './claim.ts';

/** R26: the activities of each solution area; other pairs are refused. */
export const activitiesOf: Readonly<Record<SolutionArea, readonly Activity[]>> = {
  BusinessApplications: ['Presales', 'Usage', 'RevenueAssociation'],
  Microsoft365: ['Usage'],
};

/** R3: the programme an activity earns in; revenue association earns nothing. */
export function programmeOf(area: SolutionArea, activity: Activity): Programme | undefined {
  if (activity === 'RevenueAssociation') return undefined;
  if (activity === 'Presales') return 'OSA-Sell';
  return area === 'Microsoft365' ? 'OSU-Microsoft365' : 'OSU-BusinessApplications';
}

/** What the form may offer to this partner for this customer. */
export interface FormKnowledge {
  readonly locations: readonly MpnLocation[];
  readonly catalogue: Catalogue;
  readonly customer?: Customer;
  /** The customer's subscriptions of each chosen product, by the product's ID. */
  readonly subscriptions: Readonly<Record<string, readonly Subscription[]>>;
}

/** A multiple choice as Adaptive Cards send it, taken apart. */
export const choicesOf = (answer: string | undefined): string[] => [
  ...new Set(
    (answer ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

/** The chosen area, if it is one. */
export const areaOf = (answers: Answers): SolutionArea | undefined =>
  solutionAreas.find((area) => area === answers.solutionArea);

/** Products or workloads of the chosen area. */
export function linesOffered(area: SolutionArea | undefined, catalogue: Catalogue): readonly CatalogueItem[] {
  if (!area) return [];
  return area === 'Microsoft365' ? catalogue.workloads : catalogue.products;
}

/** R22: with exactly one subscription of a product at this customer it is taken; otherwise it must be typed. */
export function onlySubscription(
  product: string,
  { subscriptions }: Pick<FormKnowledge, 'subscriptions'>,
): string | undefined {
  const found = subscriptions[product] ?? [];
  return found.length === 1 ? found[0]?.id : undefined;
}

const contacts: readonly FieldName[] = [
  'customerContact.name',
  'customerContact.title',
  'customerContact.email',
  'customerContact.language',
];
const technical: readonly FieldName[] = [
  'technicalContact.name',
  'technicalContact.title',
  'technicalContact.email',
];
const own: readonly FieldName[] = ['partnerContact.name', 'partnerContact.email'];

/** R20: the fields a step asks, given what has been answered so far. */
export function fieldsOf(step: FilingStep, answers: Answers, knowledge: FormKnowledge): readonly FieldName[] {
  switch (step) {
    case 'customer':
      return ['mpnId', 'customerDomain', 'customerTenantId'];
    case 'activity':
      return ['solutionArea', 'activities'];
    case 'name': {
      const revenue = choicesOf(answers.activities).includes('RevenueAssociation');
      return revenue ? ['claimName', 'solutionSellerName', 'customerName', 'isvSolutionName'] : ['claimName'];
    }
    case 'lines':
      return ['lines', ...subscriptionsAsked(answers, knowledge)];
    case 'contacts':
      return areaOf(answers) === 'BusinessApplications'
        ? [...contacts, ...technical, ...own]
        : [...contacts, ...own];
    case 'comments':
      return ['comment'];
    case 'proof':
    case 'review':
      return [];
  }
}

/** The chosen products of the catalogue (Business Applications): what subscriptions matter for. */
export function productsChosen(answers: Answers, { products }: Catalogue): string[] {
  if (areaOf(answers) !== 'BusinessApplications') return [];
  return choicesOf(answers.lines).filter((product) => products.some(({ id }) => id === product));
}

function subscriptionsAsked(answers: Answers, knowledge: FormKnowledge): FieldName[] {
  return productsChosen(answers, knowledge.catalogue)
    .filter((product) => !onlySubscription(product, knowledge))
    .map((product): FieldName => `subscriptionId.${product}`);
}
