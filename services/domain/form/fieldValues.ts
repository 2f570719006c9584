import type { Answers } from '../answers.ts';
import { activities, type SolutionArea } from '../claim.ts';
import { limits } from '../limits.ts';
import { checkGuid, type FieldCheck } from './checkGuid.ts';
import { contactLanguages } from './detailsFrom.ts';
import type { ValueKind } from './fields.ts';
import { activitiesOf, areaOf, choicesOf, type FormFacts, isChosenTwice, linesOffered } from './formRules.ts';
import type { FormState } from './formState.ts';
import { findLabelled, type IdKind } from './paste/findGuids.ts';
import { shownDomain, shownEmail } from './shownAddress.ts';
import { checkDomain, checkEmail, checkName, checkText } from './textFields.ts';

/** A kind of value that a field takes. */
export interface FieldValue {
  /** Typed as text, or chosen from a list: one item or several. */
  readonly input: 'text' | 'one' | 'several';
  /** Its canonical form, or what is wrong with it. */
  readonly check: (typed: string | undefined, form: FormState) => FieldCheck;
  /** Corrects a pasted value that is understood; any other value stays as it was typed (R43). */
  readonly correct: (typed: string) => string;
}

const asTyped = (typed: string): string => typed;
/** Not checked here: the rules for lines check it, including its format (E6, D5). */
const withLines = (typed: string | undefined): FieldCheck => ({ value: typed ?? '' });
const understood = (checked: FieldCheck, typed: string, shown = asTyped): string =>
  'value' in checked ? shown(checked.value) : typed;

/** How each kind of value is checked and corrected. A kind without a row does not compile. */
export const fieldValues: Readonly<Record<ValueKind, FieldValue>> = {
  mpnId: {
    input: 'one',
    check: (typed, { facts }) => checkMpnId(typed, facts),
    correct: asTyped,
  },
  domain: {
    input: 'text',
    check: checkDomain,
    correct: (typed) => understood(checkDomain(typed), typed, shownDomain),
  },
  tenantId: { input: 'text', check: checkGuid, correct: (typed) => correctedId(typed, 'tenant') },
  subscriptionId: {
    input: 'text',
    check: withLines,
    correct: (typed) => correctedId(typed, 'subscription'),
  },
  area: {
    input: 'one',
    check: (typed, { answers }) => checkChoice(typed, areaOf(answers) !== undefined),
    correct: asTyped,
  },
  activities: {
    input: 'several',
    check: (typed, { answers }) => checkActivities(typed, areaOf(answers)),
    correct: asTyped,
  },
  lines: {
    input: 'several',
    check: (_typed, { answers, facts }) => checkLines(answers, facts),
    correct: asTyped,
  },
  arbitration: { input: 'several', check: withLines, correct: asTyped },
  claimName: {
    input: 'text',
    check: (typed) => checkName(typed, limits.claimName),
    correct: (typed) => understood(checkName(typed, limits.claimName), typed),
  },
  name: {
    input: 'text',
    check: (typed) => checkName(typed, limits.name),
    correct: (typed) => understood(checkName(typed, limits.name), typed),
  },
  personName: {
    input: 'text',
    check: (typed) => checkName(typed, limits.name),
    correct: (typed) => understood(checkName(withoutAddress(typed), limits.name), typed),
  },
  email: {
    input: 'text',
    check: checkEmail,
    correct: (typed) => understood(checkEmail(typed), typed, shownEmail),
  },
  language: {
    input: 'one',
    check: (typed) =>
      checkChoice(
        typed,
        contactLanguages.some((language) => language === typed),
      ),
    correct: asTyped,
  },
  comment: {
    input: 'text',
    check: (typed) => ((typed ?? '').trim() === '' ? { value: '' } : checkText(typed, limits.comment)),
    correct: asTyped,
  },
};

/** R33: must be one of the company's own. */
function checkMpnId(typed: string | undefined, facts: FormFacts): FieldCheck {
  if (!typed) return { error: { code: 'required' } };
  const own = facts.locations.some((location) => location.mpnId === typed);
  return own ? { value: typed } : { error: { code: 'notYourMpnId' } };
}

function checkChoice(typed: string | undefined, offered: boolean): FieldCheck {
  if (!typed) return { error: { code: 'required' } };
  return offered ? { value: typed } : { error: { code: 'notOffered' } };
}

/** R26: only the area's activities. R31, D12: revenue association stands alone. */
function checkActivities(typed: string | undefined, area: SolutionArea | undefined): FieldCheck {
  const chosen = choicesOf(typed);
  if (chosen.length === 0) return { error: { code: 'required' } };
  if (isChosenTwice(typed)) return { error: { code: 'chosenTwice' } };
  if (!chosen.every((choice) => activities.some((activity) => activity === choice))) {
    return { error: { code: 'notOffered' } };
  }
  const foreign =
    area && chosen.some((choice) => !activitiesOf[area].some((activity) => activity === choice));
  if (foreign) return { error: { code: 'activityNotInArea' } };
  const mixed = chosen.includes('RevenueAssociation') && chosen.length > 1;
  return mixed ? { error: { code: 'revenueAssociationAlone' } } : { value: chosen.join(',') };
}

/** R17: one to twenty lines, each once, all from the catalogue of the chosen area (R26). */
function checkLines(answers: Answers, { catalogue }: FormFacts): FieldCheck {
  const area = areaOf(answers);
  const chosen = choicesOf(answers.lines);
  if (!area || chosen.length === 0) return { error: { code: 'required' } };
  if (isChosenTwice(answers.lines)) return { error: { code: 'chosenTwice' } };
  const offered = linesOffered(area, catalogue).map(({ id }) => id);
  if (!chosen.every((line) => offered.includes(line))) return { error: { code: 'notOffered' } };
  const tooMany = chosen.length > limits.lines;
  return tooMany
    ? { error: { code: 'tooMany', data: { limit: limits.lines } } }
    : { value: chosen.join(',') };
}

/** The only ID in the text or, of several, the one labelled as the kind that the field asks for. */
const correctedId = (typed: string, kind: IdKind): string =>
  understood(checkGuid(typed), findLabelled(typed, kind) ?? typed);

/** Extracts a person's name from `"Park, Cleo" <cleo@contoso.com>`. */
const withoutAddress = (typed: string): string =>
  typed
    .trim()
    .replace(/^"?([^"<>()@]*[^"<>()@\s])"?\s*(?:<[^<>\s@]+@[^<>\s]+>|\([^()\s@]+@[^()\s]+\));?$/, '$1');
