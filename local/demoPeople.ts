import type { DirectoryData } from '../services/directory/directoryFile.ts';
import type { Channel, Person } from './teams/people.ts';

/** Who sits at the page: one admin of each partner, and a reviewer. */
const seats = ['Ana Ruiz', 'Nils Berg', 'Rita Svensson'] as const;

const roleNames: Readonly<Record<string, string>> = {
  IncentivesAdmin: 'Incentives admin',
  BillingAdmin: 'Billing admin',
  GlobalAdmin: 'Global admin',
};

/** The people of the demo directory who sit at the page, as the stand-in for Teams knows them. */
export function demoPeople(data: DirectoryData): Person[] {
  return seats.map((name) => {
    const person = data.people.find((known) => known.name === name);
    if (!person) throw new Error(`The demo directory has nobody called ${name}.`);
    const { tenantId, objectId, email } = person;
    const company =
      person.kind === 'partner' ? data.partners.find(({ id }) => id === person.partnerId)?.name : undefined;
    const role =
      person.kind === 'partner'
        ? `${person.roles.map((held) => roleNames[held]).join(', ')} · ${company ?? person.partnerId}`
        : 'Reviewer · Incentives review centre';
    const id = (name.split(' ')[0] ?? name).toLowerCase();
    return { id, name, tenantId, objectId, email, role };
  });
}

/** The reviewers' channel; the reviewer at the page has installed the bot there. */
export function reviewersChannel(people: readonly Person[]): Channel {
  const reviewer = people.at(-1);
  if (!reviewer) throw new Error('Nobody sits at the page.');
  return {
    id: '19:reviewers-of-claims@thread.tacv2',
    name: 'Claims',
    teamId: '19:incentives-review@thread.tacv2',
    teamName: 'Incentives review',
    tenantId: reviewer.tenantId,
    members: [reviewer.id],
  };
}
