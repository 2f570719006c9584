import { type FieldName, type FilingStep, filingSteps } from '../answers.ts';
import type { ClaimDetails } from '../claim.ts';
import { type CheckedAnswers, detailsFrom } from './detailsFrom.ts';
import type { FieldError, FieldErrors } from './fieldError.ts';
import { fieldsOf, ruleOf, stepOfField } from './fieldLookup.ts';
import { fieldValues } from './fieldValues.ts';
import { areaOf, type FormFacts } from './formRules.ts';
import type { FormState } from './formState.ts';

/** All errors in one pass (R43), and the details when there are none. */
export interface AnswersReading {
  readonly errors: FieldErrors;
  readonly details?: ClaimDetails;
}

/** Checks everything that was typed, field by field, and builds the claim's details from it. */
export function readAnswers(form: FormState): AnswersReading {
  const { answers, facts, lines } = form;
  const asked = filingSteps.flatMap((step) => fieldsOf(step, form));
  const { values, errors: ofFields } = readFields(asked, form);
  const errors: FieldErrors = {
    ...ofFields,
    ...customerErrors(values, facts),
    ...lines.errors,
  };
  const area = areaOf(answers);
  if (Object.keys(errors).length > 0 || !area) return { errors };
  return { errors, details: detailsFrom(values, area, facts) };
}

/** Checks each of these fields by itself: the valid values in canonical form, and the errors of the others. */
export function readFields(
  fields: readonly FieldName[],
  form: FormState,
): { readonly values: CheckedAnswers; readonly errors: FieldErrors } {
  const errors: Partial<Record<string, FieldError>> = {};
  const values: Partial<Record<FieldName, string>> = {};
  for (const field of fields) {
    const checked = fieldValues[ruleOf(field).value].check(form.answers[field], form);
    if ('error' in checked) errors[field] = checked.error;
    else values[field] = checked.value;
  }
  return { values, errors };
}

/** Those of the errors that stand at one step. */
export function errorsOf(step: FilingStep, errors: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => stepOfField(field) === step));
}

/**
 * The first incomplete step, at which a draft is resumed; `review` when all are complete. An unchecked domain does not
 * make its step incomplete: the review step says so, and checks it again.
 */
export function firstOpenStep(errors: FieldErrors, proofs: number): FilingStep {
  const wrong = Object.entries(errors).filter(([, error]) => error?.code !== 'tenantUnavailable');
  const steps = new Set(wrong.map(([field]) => stepOfField(field)));
  return filingSteps.find((step) => steps.has(step) || (step === 'proof' && proofs === 0)) ?? 'review';
}

/** R37: checks that a domain and a tenant ID, both in valid form, belong together. */
function customerErrors(
  { customerDomain, customerTenantId }: CheckedAnswers,
  { tenant }: FormFacts,
): FieldErrors {
  if (!customerDomain || !customerTenantId || !tenant) return {};
  if (tenant.kind === 'unavailable') return { customerDomain: { code: 'tenantUnavailable' } };
  if (tenant.kind === 'unknown') return { customerDomain: { code: 'domainUnknown' } };
  const same = tenant.tenantId === customerTenantId;
  return same ? {} : { customerTenantId: { code: 'domainAndTenantDiffer' } };
}
