import type { Answers } from '../answers.ts';
import { activities } from '../claim.ts';
import { limits } from '../limits.ts';
import type { Subscription } from '../subscription.ts';
import { checkGuid } from './checkGuid.ts';
import type { FieldError, FieldErrors, PlainFieldErrorCode } from './fieldError.ts';
import {
  areaOf,
  asksSubscription,
  choicesOf,
  type FormFacts,
  isChosenTwice,
  lineField,
  linesOffered,
  subscriptionChosen,
  subscriptionField,
} from './formRules.ts';

/** One chosen product, with the customer's subscriptions of it. */
export interface ProductFacts {
  readonly product: string;
  /** The customer's subscriptions of the product: none, one, several. */
  readonly atCustomer: readonly Subscription[];
  /** The only subscription, or the customer's subscription with the typed ID, whatever product it is for. */
  readonly subscription: Subscription | undefined;
}

const claimableChannels: readonly Subscription['channel'][] = ['VolumeLicensing', 'WebDirect'];
const claimableStates: readonly Subscription['state'][] = ['Active', 'InGrace'];

/**
 * R38–R40 in the order in which they are checked; the first that fails is the line's only error. First comes whether
 * the subscription is this customer's, so that nothing is revealed about another customer's (R22); then what cannot be
 * changed about it; then what may change. E5 and D5 follow, because only a subscription that can be claimed has a slot.
 */
export const productChecks: readonly {
  readonly row: `E${number}`;
  readonly code: PlainFieldErrorCode;
  readonly fails: (facts: ProductFacts) => boolean;
}[] = [
  { row: 'E1', code: 'productNotOnTenant', fails: ({ atCustomer }) => atCustomer.length === 0 },
  { row: 'E6', code: 'notThisCustomers', fails: isNotThisCustomers },
  { row: 'E2', code: 'notForDynamics', fails: ({ subscription }) => subscription?.family !== 'Dynamics365' },
  { row: 'E3', code: 'boughtThroughCsp', fails: ({ subscription }) => subscription?.channel === 'CSP' },
  {
    row: 'E8',
    code: 'otherChannel',
    fails: ({ subscription }) => !claimableChannels.some((channel) => channel === subscription?.channel),
  },
  {
    row: 'E7',
    code: 'notActive',
    fails: ({ subscription }) => !claimableStates.some((state) => state === subscription?.state),
  },
  { row: 'E4', code: 'notProvisioned', fails: ({ subscription }) => subscription?.provisioned !== true },
];

/** Malformed, unknown, another tenant's, or for Dynamics but without the product: all get the same error (R22). */
function isNotThisCustomers({ product, subscription }: ProductFacts): boolean {
  if (!subscription) return true;
  return subscription.family === 'Dynamics365' && !subscription.products.includes(product);
}

/** One chosen line: what was chosen, where its error is shown, which slot it would claim. */
interface ChosenLine {
  readonly id: string;
  readonly field: string;
  readonly error?: FieldError;
  readonly slot?: string;
}

/** A chosen line whose slot another partner holds. */
export interface HeldLine {
  /** `<customer's tenant ID>/<slot>`: accepting arbitration for one customer does not accept it for another. */
  readonly key: string;
  readonly id: string;
}

/** The chosen lines, checked. */
export interface ChosenLines {
  /** At their own fields, all in one pass (R43), at most one for each line; and that of arbitration. */
  readonly errors: FieldErrors;
  /** D5: lines without an error that can only be claimed by going on to arbitration. */
  readonly held: readonly HeldLine[];
}

/** Checks the chosen lines, once for all rules that ask. Without a customer nothing can be said of them; its own field says so. */
export function chosenLines(answers: Answers, facts: FormFacts): ChosenLines {
  const tenant = checkGuid(answers.customerTenantId);
  if ('error' in tenant) return { errors: {}, held: [] };
  const lines = checkedLines(answers, facts);
  const keys = lines.map(({ slot }) => slot && `${tenant.value}/${slot}`);
  const held = lines.flatMap(({ id, error, slot }) =>
    !error && slot && facts.slots[slot]?.heldByAnother ? [{ key: `${tenant.value}/${slot}`, id }] : [],
  );
  return {
    errors: {
      ...Object.fromEntries(lines.flatMap(({ field, error }) => (error ? [[field, error]] : []))),
      ...arbitrationErrors(answers.arbitration, { keys, held }),
    },
    held,
  };
}

/**
 * D5: for each line that another partner holds, arbitration must be accepted or the line removed; it cannot be accepted
 * for other lines. While it is unknown which slot a line has, the line's own error is shown instead.
 */
function arbitrationErrors(
  answer: string | undefined,
  { keys, held }: Pick<ChosenLines, 'held'> & { readonly keys: readonly (string | undefined)[] },
): FieldErrors {
  const accepted = choicesOf(answer);
  if (held.some(({ key }) => !accepted.includes(key))) return { arbitration: { code: 'arbitrationNeeded' } };
  if (isChosenTwice(answer)) return { arbitration: { code: 'chosenTwice' } };
  const isStray = !keys.includes(undefined) && accepted.some((key) => !keys.includes(key));
  return isStray ? { arbitration: { code: 'notOffered' } } : {};
}

function checkedLines(answers: Answers, facts: FormFacts): ChosenLine[] {
  const area = areaOf(answers);
  const offered = linesOffered(area, facts.catalogue).map(({ id }) => id);
  return choicesOf(answers.lines)
    .filter((id) => offered.includes(id))
    .slice(0, limits.lines)
    .map((id) =>
      area === 'Microsoft365'
        ? withClaims({ id, field: lineField(id), slot: `workload:${id}` }, answers, facts)
        : productLine(id, answers, facts),
    );
}

function productLine(product: string, answers: Answers, facts: FormFacts): ChosenLine {
  const asked = asksSubscription(product, facts);
  const line = { id: product, field: asked ? subscriptionField(product) : lineField(product) };
  if (asked && (answers[subscriptionField(product)] ?? '').trim() === '')
    return { ...line, error: { code: 'subscriptionNeeded' } };
  const atCustomer = facts.subscriptions[product] ?? [];
  const subscription = subscriptionChosen(atCustomer, facts.typed[product]);
  const failed = productChecks.find(({ fails }) => fails({ product, atCustomer, subscription }));
  if (failed || !subscription) return { ...line, error: { code: failed?.code ?? 'notThisCustomers' } };
  return withClaims({ ...line, slot: `subscription:${subscription.id}` }, answers, facts);
}

/** E5 (D5): the company's own live claim on the slot, with an activity in common. */
function withClaims(
  line: ChosenLine & { readonly slot: string },
  answers: Answers,
  { slots }: FormFacts,
): ChosenLine {
  const chosen = choicesOf(answers.activities);
  const common = (slots[line.slot]?.own ?? []).flatMap(({ number, activities: claimed }) => {
    const activity = activities.find((known) => chosen.includes(known) && claimed.includes(known));
    return activity ? [{ number, activity }] : [];
  });
  const [data] = common;
  return data ? { ...line, error: { code: 'alreadyClaimed', data } } : line;
}
