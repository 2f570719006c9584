import type { YearResult, YearSettings } from './year.ts';

const hour = 3_600_000;

/** The year in lines, as the command prints it. */
export function yearReport(settings: YearSettings, result: YearResult): string {
  const { tally, statuses, downtimes } = result;
  const longest = Math.max(...downtimes.map(({ from, to }) => to - from)) / hour;
  const rows: [what: string, count: string | number][] = [
    ['claims filed', tally.filed],
    ['commands of people', `${tally.commands}, ${tally.refused} of them refused`],
    ['timers run', tally.timers],
    [
      'at the end',
      Object.entries(statuses)
        .map(([status, count]) => `${status} ${count}`)
        .sort()
        .join(', '),
    ],
    ['expired (R73)', tally.expired],
    ['reminders told (R79)', tally.reminders],
    ['other alerts told', tally.notices],
    ['digests told (R79)', `${tally.digests}, ${tally.mornings} mornings checked`],
    ['reviews begun late', tally.begunLate],
    ['overdue when decided', tally.decidedLate],
    ['downtimes', `${downtimes.length}, the longest ${longest} hours`],
    ['checks', result.checks],
    ['differences', result.differences],
  ];
  const often = settings.checkEveryMinutes === 1 ? 'minute' : `${settings.checkEveryMinutes} minutes`;
  const width = Math.max(...rows.map(([what]) => what.length));
  return [
    `The year 2027 with ${settings.claims} ${settings.claims === 1 ? 'claim' : 'claims'}, seed ${settings.seed}, looked at every ${often}`,
    ...rows.map(([what, count]) => `  ${what.padEnd(width)}  ${count}`),
    ...result.shown.map((difference) => `\n  ${difference}`),
  ].join('\n');
}
