import { loadDemo } from '../../local/demo/loadDemo.ts';
import { personIdOf } from '../../services/directory/personId.ts';
import type { Actor, PartnerRole } from '../../services/domain/actor.ts';

type PartnerActor = Extract<Actor, { kind: 'partner' }>;
type ReviewerActor = Extract<Actor, { kind: 'reviewer' }>;

/** An admin of a partner company: Ana Ruiz of Fabrikam, Incentives admin, unless said otherwise. */
export function anAdmin(overrides: Partial<PartnerActor> = {}): PartnerActor {
  const name = overrides.name ?? 'Ana Ruiz';
  return {
    kind: 'partner',
    personId: `fabrikam-tenant/${name.toLowerCase().replaceAll(' ', '-')}`,
    name,
    partnerId: 'fabrikam',
    roles: ['IncentivesAdmin'],
    ...overrides,
  };
}

/** An admin with exactly these roles. */
export const anAdminWith = (...roles: PartnerRole[]): PartnerActor => anAdmin({ roles });

/** A reviewer of the review centre. */
export function aReviewer(overrides: Partial<ReviewerActor> = {}): ReviewerActor {
  const name = overrides.name ?? 'Rita Svensson';
  return {
    kind: 'reviewer',
    personId: `review-tenant/${name.toLowerCase().replaceAll(' ', '-')}`,
    name,
    ...overrides,
  };
}

const { people } = loadDemo();

/** Somebody of the demo directory, by name, as the bot would know them. */
export function fromDemo(name: string): Actor {
  const person = people.find((known) => known.name === name);
  if (!person) throw new Error(`Nobody in the demo directory is called ${name}`);
  const personId = personIdOf(person.tenantId, person.objectId);
  return person.kind === 'reviewer'
    ? { kind: 'reviewer', personId, name }
    : { kind: 'partner', personId, name, partnerId: person.partnerId, roles: person.roles };
}
