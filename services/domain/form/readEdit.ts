import type { Answers, FieldName } from '../answers.ts';
import type { Names } from '../catalogue.ts';
import type { ClaimDetails, EditableDetails, FiledClaim } from '../claim.ts';
import { type Line, lineIdOf } from '../line.ts';
import { slotsOf } from '../slot.ts';
import { answersFrom } from './answersFrom.ts';
import { checkGuid } from './checkGuid.ts';
import { correctAnswers } from './correctAnswers.ts';
import { contactsFrom, lineFrom } from './detailsFrom.ts';
import type { FieldErrors } from './fieldError.ts';
import { fieldsOfPart, partOf, ruleOf } from './fieldLookup.ts';
import type { EditPart } from './fields.ts';
import { fieldValues } from './fieldValues.ts';
import { choicesOf, type FormKnowledge, subscriptionField } from './formRules.ts';
import type { FormState } from './formState.ts';
import { readFields } from './readAnswers.ts';

/** An edit read: what is to change, or what is wrong at which fields, all in one pass (R43). */
export interface EditReading {
  readonly errors: FieldErrors;
  readonly changes?: Partial<EditableDetails>;
}

/** The answers of an edited claim, and the same with only those lines that it does not have yet. */
export interface EditState {
  readonly form: FormState;
  readonly added: FormState;
}

/** A claim's answers with what was typed into one part's form; a field of any other part is not taken from there. */
export function answersEdited(details: ClaimDetails, part: EditPart, typed: Answers): Answers {
  const own = Object.entries(typed).filter(([field]) => partOf(field) === part);
  return { ...answersShown(details), ...Object.fromEntries(own) };
}

/** What stands in the inputs of a claim: as people write it, each line once. */
function answersShown(details: ClaimDetails): Answers {
  const answers = correctAnswers(answersFrom(details));
  return { ...answers, lines: choicesOf(answers.lines).join(',') };
}

/** Whether something stands in a part's form that the claim does not say. */
export function isTouched(details: ClaimDetails, part: EditPart, typed: Answers): boolean {
  const present = answersShown(details);
  const own = Object.entries(typed).filter(([field]) => partOf(field) === part) as [FieldName, string][];
  return own.some(([field, value]) => asSaid(field, value) !== asSaid(field, present[field] ?? ''));
}

/** A multiple choice says the same in any order. */
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
  const lines = choicesOf(added.answers.lines).map((id) =>
    lineFrom(id, details.solutionArea, form.knowledge),
  );
  return { errors, changes: { lines: [...keptLines(details, form.answers), ...lines] } };
}

/** The answers with only those lines that the claim does not have yet: they are checked alone (D11). */
export function withAddedLines(details: ClaimDetails, answers: Answers): Answers {
  const kept = keptLines(details, answers).map(lineIdOf);
  const added = choicesOf(answers.lines).filter((id) => !kept.includes(id));
  return { ...answers, lines: added.join(',') };
}

/** The claim's lines that are still chosen, a product with a subscription that it has there already (R17: stored claims may have it twice). */
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

/** The knowledge without what the claim itself is to its slots: neither E5 nor arbitration is about its own lines (D6). */
export function withoutItself(
  known: FormKnowledge,
  { number, details }: Pick<FiledClaim, 'number' | 'details'>,
): FormKnowledge {
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

/** The knowledge with the claim's own lines among what is offered: a line may stay that nobody can choose any more. */
export function offeringOwnLines(known: FormKnowledge, details: ClaimDetails, named: Names): FormKnowledge {
  const key = details.solutionArea === 'Microsoft365' ? 'workloads' : 'products';
  const offered = known.catalogue[key];
  const gone = details.lines
    .map(lineIdOf)
    .filter((own) => !offered.some(({ id }) => id === own))
    .map((id) => ({ id, name: named[id] ?? id }));
  return { ...known, catalogue: { ...known.catalogue, [key]: [...offered, ...gone] } };
}
