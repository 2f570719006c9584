import { type Answer, refused } from './http.ts';
import { type Conversation, type Person, type Roster, userIdOf } from './people.ts';

const accountOf = (person: Person) => {
  const [givenName = '', ...surname] = person.name.split(' ');
  return {
    id: userIdOf(person),
    name: person.name,
    aadObjectId: person.objectId,
    objectId: person.objectId,
    tenantId: person.tenantId,
    givenName,
    surname: surname.join(' '),
    userRole: 'user',
    ...(person.email ? { email: person.email, userPrincipalName: person.email } : {}),
  };
};

const teamRoutes = (roster: Roster, [, teamId, collection]: readonly string[]): Answer => {
  const channels = roster.channels.filter((channel) => channel.teamId === teamId);
  const [first] = channels;
  if (!first) return refused(404, 'NotFound', 'Team not found.');
  if (collection === 'conversations') {
    return { status: 200, body: { conversations: channels.map(({ id, name }) => ({ id, name })) } };
  }
  return { status: 200, body: { id: teamId, name: first.teamName, channelCount: channels.length } };
};

/** Who is in a conversation (`members`, `pagedmembers`), and what a team is (`teams/<id>`). */
export const memberRoutes = (
  roster: Roster,
  conversation: Conversation | undefined,
  { method, rest }: { readonly method: string; readonly rest: readonly string[] },
): Answer => {
  if (method !== 'GET') return refused(405, 'MethodNotAllowed', 'Not allowed here.');
  if (!conversation) return teamRoutes(roster, rest);
  const [collection, memberId] = rest;
  const members = roster.membersOf(conversation);
  if (collection === 'pagedmembers') return { status: 200, body: { members: members.map(accountOf) } };
  if (collection !== 'members') return refused(404, 'NotFound', 'No such route.');
  if (memberId === undefined) return { status: 200, body: members.map(accountOf) };
  const member = roster.personKnownAs(memberId);
  return member && members.includes(member)
    ? { status: 200, body: accountOf(member) }
    : refused(404, 'MemberNotFoundInConversation', 'Member not found.');
};
