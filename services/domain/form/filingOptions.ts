import type { FilingOptions, Names } from '../../claims/views.ts';
import type { Answers } from './answers.ts';
import {
  activitiesOf,
  areaOf,
  asksSubscription,
  type FormKnowledge,
  lineField,
  linesOffered,
  onlySubscription,
  productsChosen,
} from './formRules.ts';
import { heldLines, lineErrors } from './subscriptionRules.ts';

/** What the options of a form's card are made from. */
export interface OptionsSource {
  readonly answers: Answers;
  /** The same answers with only those lines that are checked: when a claim is edited, not those that stay (D11). */
  readonly checked: Answers;
  readonly known: FormKnowledge;
  readonly named: Names;
}

/** What the card of a step can offer. */
export function optionsFrom({ answers, checked, known, named }: OptionsSource): FilingOptions {
  const area = areaOf(answers);
  const offered = linesOffered(area, known.catalogue);
  const needed = productsChosen(answers, known.catalogue).filter((id) => asksSubscription(id, known));
  // R22: one that cannot be claimed is not taken, so nothing of it is shown.
  const wrong = lineErrors(checked, known);
  const taken = productsChosen(checked, known.catalogue).flatMap((id) => {
    const only = onlySubscription(id, known);
    return only && !wrong[lineField(id)] ? [[id, only] as const] : [];
  });
  return {
    locations: known.locations,
    activities: area ? activitiesOf[area] : [],
    lines: offered,
    subscriptionNeeded: offered.filter(({ id }) => needed.includes(id)),
    subscriptionTaken: Object.fromEntries(taken),
    held: heldLines(checked, known).map(({ key, id }) => ({ id: key, name: named[id] ?? id })),
    names: named,
  };
}
