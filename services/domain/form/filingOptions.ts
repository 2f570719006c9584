import type { Answers } from '../answers.ts';
import type { Names } from '../catalogue.ts';
import type { Activity } from '../claim.ts';
import type { MpnLocation } from '../partner.ts';
import {
  activitiesOf,
  areaOf,
  asksSubscription,
  type FormFacts,
  lineField,
  linesOffered,
  onlySubscription,
  productsChosen,
} from './formRules.ts';
import type { FormState } from './formState.ts';

/** One product or workload that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What the card of a step can offer. */
export interface FormChoices {
  readonly locations: readonly MpnLocation[];
  /** Of the chosen area; empty until one is chosen. */
  readonly activities: readonly Activity[];
  /** Workloads or products of the chosen area. */
  readonly lines: readonly Choice[];
  /** Chosen products whose subscription ID must be typed (R22). */
  readonly subscriptionNeeded: readonly Choice[];
  /** Chosen products with exactly one subscription, which is used and shown (R22). Product ID → subscription ID. */
  readonly subscriptionTaken: Readonly<Record<string, string>>;
  /** R98: who can submit, when the reader cannot. */
  readonly submitters?: readonly string[];
  /** Chosen lines whose slot another partner holds (D5): the value that accepts arbitration, and the line's name. */
  readonly held: readonly Choice[];
  readonly names: Names;
}

/** What the options of a form's card are made from. */
export interface OptionsSource {
  readonly answers: Answers;
  /** The same answers with only the lines to check. In an edit, lines that the claim already has are left out (D11). */
  readonly checked: FormState;
  readonly facts: FormFacts;
  readonly named: Names;
}

/** Makes the options of a step from the answers and the imported data. */
export function optionsFrom({ answers, checked, facts, named }: OptionsSource): FormChoices {
  const area = areaOf(answers);
  const offered = linesOffered(area, facts.catalogue);
  const needed = productsChosen(answers, facts.catalogue).filter((id) => asksSubscription(id, facts));
  // R22: a subscription that cannot be claimed is not used, so it is not shown.
  const { errors: wrong, held } = checked.lines;
  const taken = productsChosen(checked.answers, facts.catalogue).flatMap((id) => {
    const only = onlySubscription(id, facts);
    return only && !wrong[lineField(id)] ? [[id, only] as const] : [];
  });
  return {
    locations: facts.locations,
    activities: area ? activitiesOf[area] : [],
    lines: offered,
    subscriptionNeeded: offered.filter(({ id }) => needed.includes(id)),
    subscriptionTaken: Object.fromEntries(taken),
    held: held.map(({ key, id }) => ({ id: key, name: named[id] ?? id })),
    names: named,
  };
}
