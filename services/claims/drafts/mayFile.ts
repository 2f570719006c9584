import type { Directory } from '../../directory/directoryService.ts';
import type { Actor } from '../../domain/actor.ts';
import type { PartnerActor } from '../../domain/actors.ts';
import { assertNever } from '../../domain/assertNever.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import { mayIssue } from '../../domain/rules/moves.ts';

/** The part of the directory that knows who may file. */
export type Admins = Pick<Directory, 'incentivesAdmins'>;

/** R98: who can create and submit at a company, by name. */
export const submittersOf = async (directory: Admins, partnerId: string): Promise<string[]> =>
  (await directory.incentivesAdmins(partnerId)).map(({ name }) => name);

/** R98: the actor, if they may create a claim; for other people of a company the refusal names whom to ask. */
export async function mayFile(directory: Admins, actor: Actor): Promise<Outcome<PartnerActor>> {
  switch (actor.kind) {
    case 'partner': {
      if (mayIssue(actor, 'submit')) return granted(actor);
      const ask = await submittersOf(directory, actor.partnerId);
      return refused('notAllowed', { command: 'submit', side: actor.kind, ask });
    }
    case 'reviewer':
    case 'system':
      return refused('notAllowed', { command: 'submit', side: actor.kind });
    default:
      return assertNever(actor);
  }
}
