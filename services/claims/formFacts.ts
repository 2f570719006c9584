import type { Answers, FilingStep } from '../domain/answers.ts';
import { checkGuid, type FieldCheck } from '../domain/form/checkGuid.ts';
import { fields } from '../domain/form/fields.ts';
import {
  areaOf,
  choicesOf,
  type FormFacts,
  linesOffered,
  subscriptionChosen,
  subscriptionField,
} from '../domain/form/formRules.ts';
import { checkDomain } from '../domain/form/textFields.ts';
import { limits } from '../domain/limits.ts';
import type { SlotStanding } from '../domain/slot.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { TenantAnswer } from '../domain/tenantAnswer.ts';
import type { ClaimsContext } from './claimsContext.ts';
import { createReadSlot, type ReadSlot } from './readSlots.ts';
import { createReadStandings } from './slotStanding.ts';

type LineFacts = Pick<FormFacts, 'subscriptions' | 'typed' | 'slots'>;

interface ReadLine {
  readonly id: string;
  readonly found?: readonly Subscription[];
  readonly typed?: Subscription;
  readonly slot?: string;
  readonly is?: SlotStanding;
}

/** Whose lines are read, and how. */
interface LinesAsked {
  readonly partnerId: string;
  readonly answers: Answers;
  readonly readSlot: ReadSlot;
}

/** The data for a step. `review` loads everything, because D11 checks everything again before submitting. */
export type LoadFacts = (step: FilingStep) => Promise<FormFacts>;

/** Loads the data that the form's rules need for some answers: each item once, and nothing that a step does not need. */
export function createFormFacts({
  store,
  directory,
  tenantLookup,
}: Pick<ClaimsContext, 'store' | 'directory' | 'tenantLookup'>) {
  return function factsFor(
    partnerId: string,
    answers: Answers,
    readSlot: ReadSlot = createReadSlot(store),
  ): LoadFacts {
    const tenantId = once(() => rightValue(checkGuid(answers.customerTenantId)));
    const tenant = once(() => tenantOfDomain(tenantId(), answers.customerDomain));
    const lines = once(() => linesAt(tenantId(), { partnerId, answers, readSlot }));

    return async function loadFacts(step) {
      const needs = (other: FilingStep): boolean => step === other || step === 'review';
      const [partner, catalogue, ofTenant, ofLines] = await Promise.all([
        directory.partner(partnerId),
        directory.catalogue(),
        needs(fields.customerTenantId.step) ? tenant() : undefined,
        needs(fields.lines.step) ? lines() : nothing,
      ]);
      const locations = partner?.locations ?? [];
      return { locations, catalogue, ...ofLines, ...(ofTenant ? { tenant: ofTenant } : {}) };
    };
  };

  /** R37: looked up only if there is a tenant ID to compare with. */
  async function tenantOfDomain(
    tenantId: string | undefined,
    typed: string | undefined,
  ): Promise<TenantAnswer | undefined> {
    const domain = tenantId && rightValue(checkDomain(typed));
    return domain ? await tenantLookup(domain) : undefined;
  }

  /** The data on each chosen line at this customer, for all lines at once. */
  async function linesAt(
    customerTenantId: string | undefined,
    { partnerId, answers, readSlot }: LinesAsked,
  ): Promise<LineFacts> {
    if (!customerTenantId) return nothing;
    const area = areaOf(answers);
    const offered = linesOffered(area, await directory.catalogue()).map(({ id }) => id);
    const chosen = choicesOf(answers.lines).filter((id) => offered.includes(id));
    const standing = createReadStandings({ store, readSlot }, { customerTenantId, partnerId });

    const read = chosen.slice(0, limits.lines).map(async (id): Promise<ReadLine> => {
      if (area === 'Microsoft365')
        return { id, slot: `workload:${id}`, is: await standing(`workload:${id}`) };
      const [found, typed] = await Promise.all([
        directory.subscriptionsOf(customerTenantId, id),
        typedSubscription(customerTenantId, answers[subscriptionField(id)]),
      ]);
      const subscription = subscriptionChosen(found, typed);
      const slot = subscription && `subscription:${subscription.id}`;
      return { id, found, ...(typed ? { typed } : {}), ...(slot ? { slot, is: await standing(slot) } : {}) };
    });
    const lines = await Promise.all(read);
    return {
      subscriptions: Object.fromEntries(lines.map(({ id, found = [] }) => [id, found])),
      typed: Object.fromEntries(lines.flatMap(({ id, typed }) => (typed ? [[id, typed]] : []))),
      slots: Object.fromEntries(lines.flatMap(({ slot, is }) => (slot && is ? [[slot, is]] : []))),
    };
  }

  async function typedSubscription(
    tenantId: string,
    answer: string | undefined,
  ): Promise<Subscription | undefined> {
    const id = rightValue(checkGuid(answer));
    return id ? await directory.subscription(tenantId, id) : undefined;
  }
}

const nothing: LineFacts = { subscriptions: {}, typed: {}, slots: {} };

const rightValue = (checked: FieldCheck): string | undefined =>
  'value' in checked ? checked.value : undefined;

/** Finds a value when it is first asked for, and keeps it. */
function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
