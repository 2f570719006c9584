import type { Answers, FilingStep } from '../domain/answers.ts';
import { type Checked, checkGuid } from '../domain/form/checkGuid.ts';
import { fields } from '../domain/form/fields.ts';
import {
  areaOf,
  choicesOf,
  type FormKnowledge,
  linesOffered,
  subscriptionChosen,
  subscriptionField,
} from '../domain/form/formRules.ts';
import { checkDomain } from '../domain/form/textFields.ts';
import { limits } from '../domain/limits.ts';
import type { SlotStanding } from '../domain/slot.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { ClaimsContext } from './claimsContext.ts';
import { readSlotStanding } from './slotStanding.ts';

type LineKnowledge = Pick<FormKnowledge, 'subscriptions' | 'typed' | 'slots'>;

interface ReadLine {
  readonly id: string;
  readonly found?: readonly Subscription[];
  readonly typed?: Subscription;
  readonly slot?: string;
  readonly is?: SlotStanding;
}

/** Loads the data that the form's rules need, and nothing that a step does not need. */
export function createFormKnowledge({
  store,
  directory,
  tenantLookup,
}: Pick<ClaimsContext, 'store' | 'directory' | 'tenantLookup'>) {
  /** `review` loads everything, because D11 checks everything again before submitting. */
  async function knowledge(partnerId: string, answers: Answers, step: FilingStep): Promise<FormKnowledge> {
    const needs = (other: FilingStep): boolean => step === other || step === 'review';
    const [partner, catalogue, tenant, lines] = await Promise.all([
      directory.partner(partnerId),
      directory.catalogue(),
      needs(fields.customerTenantId.step) ? tenantOfDomain(answers) : undefined,
      needs(fields.lines.step) ? chosenLines(partnerId, answers) : nothing,
    ]);
    return { locations: partner?.locations ?? [], catalogue, ...lines, ...(tenant ? { tenant } : {}) };
  }

  /** R37: looked up only if there is a tenant ID to compare with. */
  async function tenantOfDomain({ customerDomain, customerTenantId }: Answers) {
    const domain = rightValue(checkDomain(customerDomain));
    return domain && rightValue(checkGuid(customerTenantId)) ? await tenantLookup(domain) : undefined;
  }

  /** The data on each chosen line at this customer, for all lines at once. */
  async function chosenLines(partnerId: string, answers: Answers): Promise<LineKnowledge> {
    const customerTenantId = rightValue(checkGuid(answers.customerTenantId));
    if (!customerTenantId) return nothing;
    const area = areaOf(answers);
    const offered = linesOffered(area, await directory.catalogue()).map(({ id }) => id);
    const chosen = choicesOf(answers.lines).filter((id) => offered.includes(id));
    const standing = (slot: string) => readSlotStanding(store, partnerId, { customerTenantId, slot });

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

  return knowledge;
}

const nothing: LineKnowledge = { subscriptions: {}, typed: {}, slots: {} };

const rightValue = (checked: Checked): string | undefined => ('value' in checked ? checked.value : undefined);
