import type { Channel } from '../../local/teams/people.ts';
import type { BotWithTeams } from './botWithTeams.ts';

/** A channel of another team, with these members. */
export const channelOf = (name: string, ...members: string[]): Channel => ({
  id: `19:${name}@thread.tacv2`,
  name: 'General',
  teamId: `19:team-${name}@thread.tacv2`,
  teamName: `Team ${name}`,
  tenantId: '7c2b8a10-4d1e-4f3a-9b60-1d5e8c7f2a34',
  members,
});

let presses = 0;

/** A press of somebody's, as Teams writes it, whatever stands on their cards; without `chat` in their own. */
export function pressOf(
  bot: BotWithTeams,
  {
    person: id,
    verb,
    data,
    chat,
  }: { readonly person: string; readonly verb: string; readonly data: object; readonly chat?: string },
) {
  const person = bot.roster.personOf(id);
  const conversation = person && (chat ? bot.roster.conversationOf(chat) : bot.roster.chatOf(person));
  if (!person || !conversation) throw new Error(`${id} has no such chat`);
  presses += 1;
  return {
    ...bot.activities.text({ person, conversation }, `9000${presses}`, ''),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: '1',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
}
