import type { Answers } from '../answers.ts';
import type { Catalogue, CatalogueItem } from '../catalogue.ts';
import { type Activity, type SolutionArea, solutionAreas } from '../claim.ts';
import type { MpnLocation, Programme } from '../partner.ts';
import type { SlotStanding } from '../slot.ts';
import type { Subscription } from '../subscription.ts';
import type { TenantAnswer } from '../tenantAnswer.ts';

/** R26: the activities of each solution area; other pairs are refused. */
export const activitiesOf: Readonly<Record<SolutionArea, readonly Activity[]>> = {
  BusinessApplications: ['Presales', 'Usage', 'RevenueAssociation'],
  Microsoft365: ['Usage'],
};

/** R3: the incentive programme in which an activity earns; revenue association earns nothing. */
export function programmeOf(area: SolutionArea, activity: Activity): Programme | undefined {
  if (activity === 'RevenueAssociation') return undefined;
  if (activity === 'Presales') return 'OSA-Sell';
  return area === 'Microsoft365' ? 'OSU-Microsoft365' : 'OSU-BusinessApplications';
}

/**
 * The imported data on this partner and this customer that the form's rules use. Data on the tenant and on lines is
 * there only where a step needs it.
 */
export interface FormFacts {
  readonly locations: readonly MpnLocation[];
  readonly catalogue: Catalogue;
  /** Which tenant the typed domain belongs to (R37). */
  readonly tenant?: TenantAnswer;
  /** The customer's subscriptions of each chosen product, by the product's ID. */
  readonly subscriptions: Readonly<Record<string, readonly Subscription[]>>;
  /** The customer's subscription whose ID was typed, by the product it was typed for. */
  readonly typed: Readonly<Record<string, Subscription>>;
  /** What this partner may know of the slots of the chosen lines. */
  readonly slots: Readonly<Record<string, SlotStanding>>;
}

/** The parts of a multiple choice, which Adaptive Cards send separated by commas. */
export const choicesOf = (answer: string | undefined): string[] => [
  ...new Set(
    (answer ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

/** Whether a multiple choice names something more than once, which a list of choices never sends (R17). */
export function isChosenTwice(answer: string | undefined): boolean {
  const parts = (answer ?? '').split(',').filter((part) => part.trim() !== '');
  return parts.length > choicesOf(answer).length;
}

/** The chosen solution area, if it is a valid one. */
export const areaOf = (answers: Answers): SolutionArea | undefined =>
  solutionAreas.find((area) => area === answers.solutionArea);

/** Products or workloads of the chosen area. */
export function linesOffered(area: SolutionArea | undefined, catalogue: Catalogue): readonly CatalogueItem[] {
  if (!area) return [];
  return area === 'Microsoft365' ? catalogue.workloads : catalogue.products;
}

/** The field that asks for a product's subscription ID. */
export const subscriptionField = (product: string) => `subscriptionId.${product}` as const;

/** The name under which an error is shown for a line without its own input. */
export const lineField = (id: string): string => `line.${id}`;

/** R22: the customer's only subscription of the product or, if there are several, the typed one. */
export function subscriptionChosen(
  atCustomer: readonly Subscription[],
  typed: Subscription | undefined,
): Subscription | undefined {
  return atCustomer.length > 1 ? typed : atCustomer[0];
}

/**
 * R22: asks if the customer has several subscriptions of the product. With none, the error is E1, whatever is typed.
 */
export const asksSubscription = (product: string, { subscriptions }: FormFacts): boolean =>
  (subscriptions[product]?.length ?? 0) > 1;

/** R22: the product's only subscription, which is used without asking. */
export function onlySubscription(product: string, { subscriptions }: FormFacts): string | undefined {
  const found = subscriptions[product] ?? [];
  return found.length === 1 ? found[0]?.id : undefined;
}

/** The chosen products that are in the catalogue. Subscriptions matter only for these (Business Applications). */
export function productsChosen(answers: Answers, { products }: Catalogue): string[] {
  if (areaOf(answers) !== 'BusinessApplications') return [];
  return choicesOf(answers.lines).filter((product) => products.some(({ id }) => id === product));
}
