import { randomUUID } from 'node:crypto';
import type { Directory } from '../../directory/directoryService.ts';
import type { Actor, PersonActor } from '../../domain/actor.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Draft } from '../../domain/claim.ts';
import { checkGuid } from '../../domain/form/checkGuid.ts';
import { checkDomain } from '../../domain/form/textFields.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import type { Claims } from '../claims.ts';
import type { TemplateView } from './views.ts';

/** An offer that nobody answers expires after this many days. */
const offerDays = 7;
const aDayMs = 86_400_000;

interface TemplateOffer {
  readonly number: string;
}

/** The template of a draft (R56), and who has been offered it: an offer can be answered once, by that person. */
export function createProofTemplates({
  store,
  claims,
  directory,
  now,
}: {
  readonly store: DocumentStore;
  readonly claims: Pick<Claims, 'get' | 'checkForm'>;
  readonly directory: Pick<Directory, 'partner' | 'customer'>;
  readonly now: () => Date;
}) {
  const place = ({ personId }: Actor, reference: string) => ({
    pk: `template:${personId}`,
    id: `offer:${reference}`,
  });

  return {
    /** `notFound`, or `alreadySubmitted` when the claim is no longer a draft. */
    async view(actor: Actor, number: string): Promise<Outcome<TemplateView>> {
      const found = await claims.get(actor, number);
      if (!found.ok) return found;
      if (found.value.status !== 'Editing') return refused('alreadySubmitted');
      return granted(await viewOf(found.value));
    },

    /** Stores an offer of this draft's template; returns the reference that comes back with the consent. */
    async offer(actor: PersonActor, number: string): Promise<string> {
      const reference = randomUUID();
      const { pk, id } = place(actor, reference);
      const expiresAt = new Date(now().getTime() + offerDays * aDayMs).toISOString();
      const body: TemplateOffer = { number };
      await store.batch(pk, [
        { kind: 'create', document: { pk, id, type: 'templateOffer', body, expiresAt } },
      ]);
      return reference;
    },

    /** The draft's number, for the first answer only; undefined for an old reference or another person's. */
    async take(actor: PersonActor, reference: string): Promise<string | undefined> {
      const { pk, id } = place(actor, reference);
      const found = await store.read<TemplateOffer>(pk, id);
      if (!found) return undefined;
      const taken = await store.batch(pk, [{ kind: 'delete', pk, id, etag: found.etag }]);
      return taken.ok ? found.body.number : undefined;
    },
  };

  async function viewOf({ number, version, createdAt, partnerId, answers }: Draft): Promise<TemplateView> {
    const [partner, customerName, options] = await Promise.all([
      directory.partner(partnerId),
      customerNameOf(answers),
      claims.checkForm(partnerId, answers).optionsAt('review'),
    ]);
    return {
      number,
      version,
      createdAt,
      answers,
      options,
      ...(partner ? { partnerName: partner.name } : {}),
      ...(customerName ? { customerName } : {}),
    };
  }

  /** A tenant ID alone must not reveal its customer's name. */
  async function customerNameOf(answers: Answers): Promise<string | undefined> {
    const [tenant, domain] = [checkGuid(answers.customerTenantId), checkDomain(answers.customerDomain)];
    if (!('value' in tenant && 'value' in domain)) return undefined;
    const customer = await directory.customer(tenant.value);
    return customer?.domains.includes(domain.value) ? customer.name : undefined;
  }
}

export type ProofTemplates = ReturnType<typeof createProofTemplates>;
