import type { Answers, FieldName } from '../answers.ts';
import type { Names } from '../catalogue.ts';
import type { ClaimDetails, EditableDetails, SubmittedClaim } from '../claim.ts';
import { type Line, lineIdOf } from '../line.ts';
import { slotsOf } from '../slot.ts';
import { answersFrom } from './answersFrom.ts';
import { checkGuid } from './checkGuid.ts';
import { contactsFrom, lineFrom } from './detailsFrom.ts';
import type { FieldErrors } from './fieldError.ts';
import { editPartOf, fieldsOfPart, ruleOf } from './fieldLookup.ts';
import type { EditPart } from './fields.ts';
import { fieldValues } from './fieldValues.ts';
import { choicesOf, type FormFacts, subscriptionField } from './formRules.ts';
import type { FormState } from './formState.ts';
import { normaliseAnswers } from './normaliseAnswers.ts';
import { readFields } from './readAnswers.ts';

/** The result of reading an edit: the changes, or the errors of all its fields in one pass (R43). */
export interface EditReading {
  readonly errors: FieldErrors;
  readonly changes?: Partial<EditableDetails>;
}

/** The answers of an edited claim, and the same answers with only the lines that the claim does not have yet. */
export interface EditState {
  readonly form: FormState;
  readonly added: FormState;
}

/** A claim's answers with what was typed into one part's form; fields of other parts are ignored. */
export function answersEdited(details: ClaimDetails, part: EditPart, typed: Answers): Answers {
  const own = Object.entries(typed).filter(([field]) => editPartOf(field) === part);
  return { ...answersShown(details), ...Object.fromEntries(own) };
}

/** What the inputs of a claim's forms show: values as people write them, each line once. */
function answersShown(details: ClaimDetails): Answers {
  const answers = normaliseAnswers(answersFrom(details));
  return { ...answers, lines: choicesOf(answers.lines).join(',') };
}

/** Whether a part's form differs from what the claim says. */
export function hasUnsavedInput(details: ClaimDetails, part: EditPart, typed: Answers): boolean {
  const present = answersShown(details);
  const own = Object.entries(typed).filter(([field]) => editPartOf(field) === part) as [FieldName, string][];
  return own.some(([field, value]) => asSaid(field, value) !== asSaid(field, present[field] ?? ''));
}

/** The order of a multiple choice does not matter. */
const asSaid = (field: FieldName, value: string): string =>
  fieldValues[ruleOf(field).value].input === 'several' ? choicesOf(value).sort().join(',') : value.trim();

/** Reads one part with the rules of the form; lines that stay are not checked again (D11). */
export function readEdit(details: ClaimDetails, part: EditPart, { form, added }: EditState): EditReading {
  if (part === 'lines') return readLines(details, { form, added });
  const { values, errors } = readFields(fieldsOfPart(part, form), form);
  if (Object.keys(errors).length > 0) return { errors };
  if (part === 'contacts') return { errors, changes: contactsFrom(values, details.solutionArea) };
  return { errors, changes: { mpnId: values.mpnId ?? details.mpnId } };
}

function readLines(details: ClaimDetails, { form, added }: EditState): EditReading {
  const { errors: ofChoice } = readFields(['lines'], form);
  const errors: FieldErrors = {
    ...(ofChoice.lines?.code === 'required' ? { lines: { code: 'lastLine' } } : ofChoice),
    ...added.lines.errors,
  };
  if (Object.keys(errors).length > 0) return { errors };
  const lines = choicesOf(added.answers.lines).map((id) => lineFrom(id, details.solutionArea, form.facts));
  return { errors, changes: { lines: [...keptLines(details, form.answers), ...lines] } };
}

/** The answers with only those lines that the claim does not have yet: only they are checked (D11). */
export function withAddedLines(details: ClaimDetails, answers: Answers): Answers {
  const kept = keptLines(details, answers).map(lineIdOf);
  const added = choicesOf(answers.lines).filter((id) => !kept.includes(id));
  return { ...answers, lines: added.join(',') };
}

/**
 * The claim's lines that are still chosen. A product's line is kept only with a subscription that the claim already has
 * for it (R17: stored claims may have a product twice).
 */
function keptLines({ lines }: ClaimDetails, answers: Answers): Line[] {
  const chosen = choicesOf(answers.lines);
  return lines.filter((line) => {
    if (!chosen.includes(lineIdOf(line))) return false;
    if (line.kind === 'workload') return true;
    const typed = checkGuid(answers[subscriptionField(line.product)]);
    const same = lines.filter((other) => lineIdOf(other) === line.product);
    return (
      'value' in typed &&
      same.some((other) => other.kind === 'product' && other.subscriptionId === typed.value)
    );
  });
}

/** The form's data without the claim's own part in its slots: its own lines cause neither E5 nor arbitration (D6). */
export function withoutOwnClaim(
  known: FormFacts,
  { number, details }: Pick<SubmittedClaim, 'number' | 'details'>,
): FormFacts {
  const own = slotsOf(details);
  const slots = Object.entries(known.slots).map(([slot, standing]) => [
    slot,
    {
      own: standing.own.filter((claim) => claim.number !== number),
      heldByAnother: standing.heldByAnother && !own.includes(slot),
    },
  ]);
  return { ...known, slots: Object.fromEntries(slots) };
}

/** The form's data with the claim's own lines among the choices: a line may stay although it is no longer offered. */
export function withOwnLinesOffered(known: FormFacts, details: ClaimDetails, named: Names): FormFacts {
  const key = details.solutionArea === 'Microsoft365' ? 'workloads' : 'products';
  const offered = known.catalogue[key];
  const gone = details.lines
    .map(lineIdOf)
    .filter((own) => !offered.some(({ id }) => id === own))
    .map((id) => ({ id, name: named[id] ?? id }));
  return { ...known, catalogue: { ...known.catalogue, [key]: [...offered, ...gone] } };
}
