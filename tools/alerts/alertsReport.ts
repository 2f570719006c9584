import type { Alert, Recipient } from '../../services/domain/alert.ts';
import type { StoredDocument } from '../../services/storage/documents/documentStore.ts';

/** An alert's ID as it is shown and typed. */
export const shownId = ({ id }: Pick<StoredDocument<Alert>, 'id'>): string => id.replace(/^alert:/, '');

/** What waits and why, for a terminal: no names, no texts of claims. */
export function alertsReport(alerts: readonly StoredDocument<Alert>[], at: string): string {
  if (alerts.length === 0) return 'No alert waits.';
  const untold = alerts.filter(({ body }) => body.untoldAt);
  const waiting = alerts.filter(({ body }) => !body.untoldAt);
  return [
    ...section('Reached nobody; tell them yourself, then settle it:', untold, at),
    ...section('Waiting:', waiting, at),
  ].join('\n');
}

const section = (title: string, alerts: readonly StoredDocument<Alert>[], at: string): string[] =>
  alerts.length === 0 ? [] : [title, ...alerts.flatMap((alert) => linesOf(alert, at))];

function linesOf(document: StoredDocument<Alert>, at: string): string[] {
  const { body } = document;
  const what = 'event' in body ? body.event : body.kind;
  const unfinished = body.recipients.filter(({ result }) => result !== 'sent' && result !== 'settled');
  return [
    `  ${shownId(document)}  ${what}, written ${body.at}`,
    ...unfinished.map((recipient) => `    ${whom(recipient)}: ${stateOf(recipient, at)}`),
  ];
}

function whom({ to, notify }: Recipient): string {
  const who =
    to.kind === 'person'
      ? `person ${to.personId}`
      : to.kind === 'claim'
        ? to.number
        : 'the reviewers’ channel';
  return notify ? who : `${who} (card only)`;
}

function stateOf({ result, from, trouble }: Recipient, at: string): string {
  if (result !== 'waiting') return [result, trouble?.why].filter(Boolean).join(', ');
  if (from && from > at) return `waits for its morning, ${from}`;
  if (!trouble) return 'not tried yet';
  const { why, attempts, unsure = 0, since, again } = trouble;
  const copies = unsure > 0 ? `, ${unsure} of them perhaps delivered` : '';
  return `${why} since ${since}; tried ${attempts} times${copies}; again at ${again}`;
}
