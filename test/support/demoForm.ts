import { filingCard } from '../../cards/filing/filing.ts';
import { sampleReader } from '../../cards/gallery/sampleReader.ts';
import { answersIn } from '../../dialogs/filingStep.ts';
import { loadDemo } from '../../local/demo/loadDemo.ts';
import type { Answers, FilingStep } from '../../services/domain/answers.ts';
import { optionsFrom } from '../../services/domain/form/filingOptions.ts';
import { type FormFacts, subscriptionField } from '../../services/domain/form/formRules.ts';
import { formState } from '../../services/domain/form/formState.ts';
import { errorsOf, readAnswers } from '../../services/domain/form/readAnswers.ts';
import type { Subscription } from '../../services/domain/subscription.ts';
import { type SeenCard, seen } from './chatPerson.ts';

const demo = loadDemo();

/** What the form knows at Fabrikam of these answers, out of the demo directory and without a store; nobody has claimed anything. */
export function demoKnowledge(
  answers: Answers,
  change: (subscription: Subscription) => Subscription = (subscription) => subscription,
): FormFacts {
  const customer = demo.customers.find(({ tenantId }) => tenantId === answers.customerTenantId);
  const atCustomer = (customer?.subscriptions ?? []).map(change);
  const of = (product: string) => atCustomer.filter(({ products }) => products.includes(product));
  const products = demo.catalogue.products.map(({ id }) => id);
  return {
    locations: demo.partners.find(({ id }) => id === 'fabrikam')?.locations ?? [],
    catalogue: demo.catalogue,
    subscriptions: Object.fromEntries(products.map((product) => [product, of(product)])),
    typed: Object.fromEntries(
      products.flatMap((product) => {
        const typed = atCustomer.find(({ id }) => id === answers[subscriptionField(product)]);
        return typed ? [[product, typed]] : [];
      }),
    ),
    slots: {},
  };
}

/** The card of a step after Next was pressed on these answers, as somebody reads it, and whether the step holds them back. */
export function afterNext(
  step: FilingStep,
  typed: Readonly<Record<string, string>>,
): { readonly card: SeenCard; readonly goesOn: boolean } {
  const answers = answersIn(typed);
  const known = demoKnowledge(answers);
  const form = formState(answers, known);
  const errors = errorsOf(step, readAnswers(form).errors);
  const { workloads, products } = demo.catalogue;
  const named = Object.fromEntries([...workloads, ...products].map(({ id, name }) => [id, name]));
  const options = optionsFrom({ answers, checked: form, facts: known, named });
  const { content } = filingCard({ step, answers, errors, options }, sampleReader);
  return { card: seen('', content), goesOn: Object.keys(errors).length === 0 };
}
