import type { Claim } from '../claim.ts';
import type { Command } from '../command.ts';

const overlooksTalk: readonly Command['name'][] = ['comment', 'resubmit', 'startReview'];

/**
 * A card is stale when the claim has changed since it was made. An answer is stale only when the status has changed: a
 * file or a comment added in between must not cost the partner what it has typed. The same holds for the start of a
 * review, which decides nothing and shows the current claim. An edit is stale only after another edit; a status that
 * allows no edit is refused by its own code (R70).
 */
export function isStale(version: number | undefined, claim: Claim, command: Command['name']): boolean {
  if (version === undefined) return false;
  if (command === 'edit' && claim.status !== 'Editing')
    return version < (claim.editedVersion ?? 0) || version > claim.version;
  if (overlooksTalk.includes(command) && claim.status !== 'Editing')
    return version < claim.statusVersion || version > claim.version;
  return version !== claim.version;
}
