import { activities, type ClaimDetails, limits, type SolutionArea } from '../claim.ts';
import type { Answers, FieldName, FilingStep } from './answers.ts';
import { filingSteps } from './answers.ts';
import { contactLanguages, detailsFrom, type Values } from './detailsFrom.ts';
import type { FieldError, FieldErrors } from './fieldError.ts';
import {
  activitiesOf,
  areaOf,
  choicesOf,
  type FormKnowledge,
  fieldsOf,
  isChosenTwice,
  linesOffered,
  stepOfField,
} from './formRules.ts';
import { arbitrationErrors, lineErrors } from './subscriptionRules.ts';
import { type Checked, checkDomain, checkEmail, checkGuid, checkName, checkText } from './textFields.ts';

/** All errors in one pass (R43), and the details when there are none. */
export interface Reading {
  readonly errors: FieldErrors;
  readonly details?: ClaimDetails;
}

/** Checks everything that was typed, field by field, and makes the claim's details of it. */
export function readAnswers(answers: Answers, knowledge: FormKnowledge): Reading {
  const asked = filingSteps.flatMap((step) => fieldsOf(step, answers, knowledge));
  const { values, errors: ofFields } = readFields(asked, answers, knowledge);
  const errors: FieldErrors = {
    ...ofFields,
    ...customerErrors(values, knowledge),
    ...lineErrors(answers, knowledge),
    ...arbitrationErrors(answers, knowledge),
  };
  const area = areaOf(answers);
  if (Object.keys(errors).length > 0 || !area) return { errors };
  return { errors, details: detailsFrom(values, area, knowledge) };
}

/** These fields, each checked by itself: what is right in canonical form, and what is wrong with the others. */
export function readFields(
  fields: readonly FieldName[],
  answers: Answers,
  knowledge: FormKnowledge,
): { readonly values: Values; readonly errors: FieldErrors } {
  const errors: Partial<Record<string, FieldError>> = {};
  const values: Partial<Record<FieldName, string>> = {};
  for (const field of fields) {
    const checked = checkField(field, answers, knowledge);
    if ('error' in checked) errors[field] = checked.error;
    else values[field] = checked.value;
  }
  return { values, errors };
}

/** The errors of one step only. */
export function errorsOf(step: FilingStep, answers: Answers, knowledge: FormKnowledge): FieldErrors {
  const { errors } = readAnswers(answers, knowledge);
  return Object.fromEntries(Object.entries(errors).filter(([field]) => stepOfField(field) === step));
}

/**
 * The first step that lacks something: where a draft is taken up again; `review` when nothing does. That nobody could
 * say whose the domain is lacks nothing at its step: the review says so, and checks again.
 */
export function firstOpenStep(answers: Answers, proofs: number, knowledge: FormKnowledge): FilingStep {
  const { errors } = readAnswers(answers, knowledge);
  const wrong = Object.entries(errors).filter(([, error]) => error?.code !== 'tenantUnavailable');
  const steps = new Set(wrong.map(([field]) => stepOfField(field)));
  return filingSteps.find((step) => steps.has(step) || (step === 'proof' && proofs === 0)) ?? 'review';
}

function checkField(field: FieldName, answers: Answers, knowledge: FormKnowledge): Checked {
  const typed = answers[field];
  switch (field) {
    case 'mpnId':
      return checkMpnId(typed, knowledge);
    case 'customerDomain':
      return checkDomain(typed);
    case 'customerTenantId':
      return checkGuid(typed);
    case 'solutionArea':
      return checkChoice(typed, areaOf(answers) !== undefined);
    case 'activities':
      return checkActivities(typed, areaOf(answers));
    case 'lines':
      return checkLines(answers, knowledge);
    case 'customerContact.language':
      return checkChoice(
        typed,
        contactLanguages.some((language) => language === typed),
      );
    case 'claimName':
      return checkName(typed, limits.claimName);
    case 'comment':
      return (typed ?? '').trim() === '' ? { value: '' } : checkText(typed, limits.comment);
    default:
      return checkByKind(field, typed);
  }
}

function checkByKind(field: FieldName, typed: string | undefined): Checked {
  // What is wrong with a subscription ID, its form too, is a matter of the line's rules (E6).
  if (field.startsWith('subscriptionId.')) return { value: typed ?? '' };
  return field.endsWith('.email') ? checkEmail(typed) : checkName(typed, limits.name);
}

/** R33: one of the company's own. */
function checkMpnId(typed: string | undefined, knowledge: FormKnowledge): Checked {
  if (!typed) return { error: { code: 'required' } };
  const own = knowledge.locations.some((location) => location.mpnId === typed);
  return own ? { value: typed } : { error: { code: 'notYourMpnId' } };
}

function checkChoice(typed: string | undefined, offered: boolean): Checked {
  if (!typed) return { error: { code: 'required' } };
  return offered ? { value: typed } : { error: { code: 'notOffered' } };
}

/** R26: only the area's activities. R31, D12: revenue association stands alone. */
function checkActivities(typed: string | undefined, area: SolutionArea | undefined): Checked {
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
function checkLines(answers: Answers, { catalogue }: FormKnowledge): Checked {
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

/** R37: of a domain and a tenant ID that are both of the right form. */
function customerErrors(
  { customerDomain, customerTenantId }: Values,
  { tenant }: FormKnowledge,
): FieldErrors {
  if (!customerDomain || !customerTenantId || !tenant) return {};
  if (tenant.kind === 'unavailable') return { customerDomain: { code: 'tenantUnavailable' } };
  if (tenant.kind === 'unknown') return { customerDomain: { code: 'domainUnknown' } };
  const same = tenant.tenantId === customerTenantId;
  return same ? {} : { customerTenantId: { code: 'domainAndTenantDiffer' } };
}
