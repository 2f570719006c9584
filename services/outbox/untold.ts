import type { Alert, Recipient } from '../domain/alert.ts';

/** Whether a recipient could not be told, for good. */
export const hasFailed = ({ result }: Recipient): boolean =>
  result === 'unreachable' || result === 'givenUp' || result === 'refused';

/**
 * D21: whether nobody is left who could be told. Of the partner's people one is enough; the reviewers' channel is for
 * itself. Whoever has let the alert's time pass (R79) is not counted.
 */
export function isUntold({ recipients }: Alert): boolean {
  const told = recipients.filter(({ notify, result }) => notify && result !== 'expired');
  const people = told.filter(({ to }) => to.kind === 'person');
  const channel = told.filter(({ to }) => to.kind === 'reviewers');
  return (people.length > 0 && people.every(hasFailed)) || channel.some(hasFailed);
}
