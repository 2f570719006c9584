import type { FieldFamily, FieldName, FilingStep, SingleField } from '../answers.ts';
import type { ClaimDetails } from '../claim.ts';
import { type EditPart, type FamilyRule, type FieldRule, fields } from './fields.ts';
import type { FormState } from './formState.ts';

type Rule = FieldRule | FamilyRule;

const isRow = (name: string): name is keyof typeof fields => Object.hasOwn(fields, name);
const isFamily = (name: string): name is FieldFamily => isRow(name) && 'askedFor' in fields[name];

/** Whether a field of this name stands for itself. */
export const isSingleField = (name: string): name is SingleField => isRow(name) && !isFamily(name);

/** Every row's name, in the table's order. */
const rowNames = Object.keys(fields).filter(isRow);

/** The fields that stand for themselves. */
export const singleFields: readonly SingleField[] = rowNames.filter(isSingleField);

/** Of `subscriptionId.<product>` the family and the product; of any other name nothing. */
export function familyOf(name: string): { readonly family: FieldFamily; readonly key: string } | undefined {
  const stop = name.indexOf('.');
  const family = name.slice(0, Math.max(0, stop));
  return isFamily(family) ? { family, key: name.slice(stop + 1) } : undefined;
}

/** Whether an input's name is a field of ours, with a key that there can be. */
export function isFieldName(name: string): name is FieldName {
  const of = familyOf(name);
  return of ? fields[of.family].key.test(of.key) : isSingleField(name);
}

/** The row of a field; of what is no field, none. */
export function ruleOf(field: FieldName): Rule;
export function ruleOf(field: string): Rule | undefined;
export function ruleOf(field: string): Rule | undefined {
  if (isSingleField(field)) return fields[field];
  const of = familyOf(field);
  return of && fields[of.family];
}

/** The step at which a field stands; the error of a line that has no input is one of the choice of lines. */
export function stepOfField(field: string): FilingStep | undefined {
  return field.startsWith('line.') ? fields.lines.step : ruleOf(field)?.step;
}

/** The part of an edit in whose form a field stands (R89). */
export function partOf(field: string): EditPart | undefined {
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

/** The fields whose change history tells as theirs (R96). */
export const editedFields: readonly SingleField[] = singleFields.filter((name) => {
  const { edit } = fields[name];
  return edit !== 'fixed' && edit.told === 'asField';
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

/** What a claim's details say, field by field. */
export const saidBy = (details: ClaimDetails): (readonly [FieldName, string])[] =>
  rowNames.flatMap((name): (readonly [FieldName, string])[] => {
    if (isFamily(name))
      return fields[name].inDetails(details).map(([key, value]) => [`${name}.${key}`, value]);
    const value = fields[name].inDetails(details);
    return value === undefined ? [] : [[name, value]];
  });
