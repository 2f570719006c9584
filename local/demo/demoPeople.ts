import type { DirectoryData } from '../../services/directory/import/directoryFile.ts';
import type { DirectoryPerson } from '../../services/domain/actor.ts';
import type { Channel, Person } from '../teams/people.ts';

const roleNames: Readonly<Record<string, string>> = {
  IncentivesAdmin: 'Incentives admin',
  BillingAdmin: 'Billing admin',
  GlobalAdmin: 'Global admin',
};

const firstNameOf = (name: string): string => (name.split(' ')[0] ?? name).toLowerCase();

/** The people of the demo directory who sit at the page, as the stand-in for Teams knows them. */
export function demoPeople(data: DirectoryData, firstNames: readonly string[]): Person[] {
  return firstNames.map((id) => {
    const person = data.people.find(({ name }) => firstNameOf(name) === id);
    if (!person) {
      const known = data.people.map(({ name }) => firstNameOf(name)).join(', ');
      throw new Error(`Nobody in the demo directory is called “${id}”. There are: ${known}.`);
    }
    const { name, tenantId, objectId, email } = person;
    return { id, name, tenantId, objectId, email, role: roleOf(person, data) };
  });
}

function roleOf(person: DirectoryPerson, data: DirectoryData): string {
  if (person.kind === 'reviewer') return 'Reviewer · Incentives review centre';
  const company = data.partners.find(({ id }) => id === person.partnerId)?.name ?? person.partnerId;
  const roles = person.roles.map((held) => roleNames[held]).join(', ') || 'No role';
  return `${roles} · ${company}`;
}

/** The reviewers' channel, for the reviewers who sit at the page; the first of them installed the bot there. */
export function reviewersChannel(data: DirectoryData, people: readonly Person[]): Channel[] {
  const reviewers = people.filter((person) =>
    data.people.some(({ kind, objectId }) => kind === 'reviewer' && objectId === person.objectId),
  );
  const [first] = reviewers;
  if (!first) return [];
  return [
    {
      id: '19:reviewers-of-claims@thread.tacv2',
      name: 'Claims',
      teamId: '19:incentives-review@thread.tacv2',
      teamName: 'Incentives review',
      tenantId: first.tenantId,
      members: reviewers.map(({ id }) => id),
    },
  ];
}
