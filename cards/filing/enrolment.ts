import type { FilingView } from '../../services/claims/views.ts';
import { type Activity, activities, type SolutionArea } from '../../services/domain/claim.ts';
import { areaOf, choicesOf, programmeOf } from '../../services/domain/form/formRules.ts';
import type { Programme } from '../../services/domain/partner.ts';
import type { Reader } from '../kit/card.ts';
import { links } from '../kit/links.ts';
import { programmesText } from '../text/lists.ts';
import { wordsFor } from '../text/words.ts';

/** The solution area that stands in the answers. */
export const chosenArea = ({ answers }: FilingView): SolutionArea | undefined => areaOf(answers);

/** The activities that stand in the answers. */
export const chosenActivities = ({ answers }: FilingView): Activity[] => {
  const names = choicesOf(answers.activities);
  return activities.filter((activity) => names.includes(activity));
};

/** R34: a warning, never a block, when the chosen MPN ID is not enrolled for the chosen activity. */
export function enrolmentWarning(view: FilingView, reader: Reader): string | undefined {
  const area = chosenArea(view);
  const location = view.options.locations.find(({ mpnId }) => mpnId === view.answers.mpnId);
  if (!area || !location) return undefined;
  const missing = chosenActivities(view)
    .map((activity) => programmeOf(area, activity))
    .filter((programme): programme is Programme => programme !== undefined)
    .filter((programme) => !location.enrolments.includes(programme));
  if (missing.length === 0) return undefined;
  return wordsFor(reader)('activity.notEnrolled', {
    mpnId: location.mpnId,
    programmes: programmesText(missing, reader),
    url: links.enrolment,
  });
}
