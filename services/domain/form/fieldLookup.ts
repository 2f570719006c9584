import type { FieldFamily, FieldName, FilingStep, SingleField } from '../answers.ts';
import type { ClaimDetails } from '../claim.ts';
import { type EditPart, type FamilyRule, type FieldRule, fields } from './fields.ts';
import type { FormState } from './formState.ts';

type Rule = FieldRule | FamilyRule;

const isRow = (name: string): name is keyof typeof fields => Object.hasOwn(fields, name);
const isFamily = (name: string): name is FieldFamily => isRow(name) && 'askedFor' in fields[name];

/** Whether the name is that of a single field. */
export const isSingleField = (name: string): name is SingleField => isRow(name) && !isFamily(name);

/** Every row's name, in the table's order. */
const rowNames = Object.keys(fields).filter(isRow);

/** All single fields. */
export const singleFields: readonly SingleField[] = rowNames.filter(isSingleField);

/** Splits `subscriptionId.<product>` into the family and the product; undefined for any other name. */
export function familyOf(name: string): { readonly family: FieldFamily; readonly key: string } | undefined {
  const stop = name.indexOf('.');
  const family = name.slice(0, Math.max(0, stop));
  return isFamily(family) ? { family, key: name.slice(stop + 1) } : undefined;
}

/** Whether an input's name is a field of the form, with a valid key where it has one. */
export function isFieldName(name: string): name is FieldName {
  const of = familyOf(name);
  return of ? fields[of.family].key.test(of.key) : isSingleField(name);
}

/** The row of a field; undefined for a name that is no field. */
export function ruleOf(field: FieldName): Rule;
export function ruleOf(field: string): Rule | undefined;
export function ruleOf(field: string): Rule | undefined {
  if (isSingleField(field)) return fields[field];
  const of = familyOf(field);
  return of && fields[of.family];
}

/** The step that asks a field. An error of a line without its own input belongs to the step that asks for lines. */
export function stepOfField(field: string): FilingStep | undefined {
  return field.startsWith('line.') ? fields.lines.step : ruleOf(field)?.step;
}

/** The part of an edit whose form contains the field (R89). */
export function editPartOf(field: string): EditPart | undefined {
  const rule = ruleOf(field);
  return rule && partOfRule(rule);
}

const partOfRule = ({ edit }: Rule): EditPart | undefined => (edit === 'fixed' ? undefined : edit.part);

/** The filing step at which the fields of a part are asked. */
export function stepOfPart(part: EditPart): FilingStep {
  const rule = Object.values<Rule>(fields).find((one) => partOfRule(one) === part);
  if (!rule) throw new Error(`No field is edited with ${part}`);
  return rule.step;
}

/** The fields whose changes the history shows as field changes (R96). */
export const editedFields: readonly SingleField[] = singleFields.filter((name) => {
  const { edit } = fields[name];
  return edit !== 'fixed' && edit.recordedAs === 'field';
});

/** R20: the fields a step asks, given what has been answered so far. */
export const fieldsOf = (step: FilingStep, form: FormState): FieldName[] =>
  rowNames.filter((name) => fields[name].step === step).flatMap((name) => namesAsked(name, form));

/** The fields the form of a part asks for this claim. */
export const fieldsOfPart = (part: EditPart, form: FormState): FieldName[] =>
  rowNames.filter((name) => partOfRule(fields[name]) === part).flatMap((name) => namesAsked(name, form));

function namesAsked(name: keyof typeof fields, form: FormState): FieldName[] {
  if (isFamily(name)) return fields[name].askedFor(form).map((key) => `${name}.${key}` as const);
  return fields[name].asked(form) ? [name] : [];
}

/** A claim's details as pairs of field name and value. */
export const answerEntries = (details: ClaimDetails): (readonly [FieldName, string])[] =>
  rowNames.flatMap((name): (readonly [FieldName, string])[] => {
    if (isFamily(name))
      return fields[name].inDetails(details).map(([key, value]) => [`${name}.${key}`, value]);
    const value = fields[name].inDetails(details);
    return value === undefined ? [] : [[name, value]];
  });
