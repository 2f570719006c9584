import type { FilingView } from '../../services/claims/views.ts';
import { activities, solutionAreas } from '../../services/domain/claim.ts';
import type { Reader } from '../kit/card.ts';
import { choiceField } from '../kit/fields.ts';
import type { Amounts } from '../kit/fit.ts';
import { wordsFor } from '../text/words.ts';
import { enrolmentWarning } from './enrolment.ts';
import { asking, type StepContent } from './stepContent.ts';

/** Solution area and activity with the explanations that belong to the choice (R26–R32). */
export function activityStep(view: FilingView, _amounts: Amounts, reader: Reader): StepContent {
  const t = wordsFor(reader);
  const area = choiceField(
    {
      id: 'solutionArea',
      label: t('field.solutionArea'),
      value: view.answers.solutionArea ?? '',
      choices: solutionAreas.map((value) => ({ value, title: t(`area.${value}`) })),
    },
    { error: view.errors.solutionArea },
    reader,
  );
  const activity = choiceField(
    {
      id: 'activities',
      label: t('field.activities'),
      value: view.answers.activities ?? '',
      multiple: true,
      choices: activities.map((value) => ({ value, title: t(`activity.choice${value}`) })),
    },
    {
      error: view.errors.activities,
      after: [t('activity.combine'), t('activity.channels')],
      caution: [t('activity.warning'), enrolmentWarning(view, reader)],
      help: 'activity',
    },
    reader,
  );
  return asking(view, { fields: [area, activity] }, reader);
}
