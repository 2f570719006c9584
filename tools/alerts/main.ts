import { createLogger } from '../../bot/logger.ts';
import { answerHelp } from '../../local/readOptions.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import { changeAlert, openAlerts, sentAgain, settledByHand } from '../../services/outbox/operate.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { openImportStore } from '../import/importStore.ts';
import { alertsReport, shownId } from './alertsReport.ts';
import { type AlertsAction, readAlertsSettings, usage } from './alertsSettings.ts';

/** `npm run alerts`: what waits in the outbox, for an operator. Exit code 1: refused, or there is no such alert. */
const args = process.argv.slice(2);
answerHelp(args, usage);
try {
  const settings = readAlertsSettings(args);
  const { store, note } = await openImportStore({
    dryRun: true,
    localPort: settings.localPort,
    consequence: 'The alerts cannot be read.',
  });
  if (note) process.stderr.write(`${note}\n`);
  try {
    process.stdout.write(`${await act(settings, store)}\n`);
  } finally {
    await store.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function act(asked: AlertsAction, store: DocumentStore): Promise<string> {
  const alerts = await openAlerts(store);
  const at = new Date().toISOString();
  if (asked.action === 'list') return alertsReport(alerts, at);
  const found = alerts.filter((alert) => asked.id === 'all' || shownId(alert) === asked.id);
  if (found.length === 0)
    throw new Error(`No alert “${asked.id}” waits. Without arguments, all that wait are listed.`);
  const logger = createLogger('info', process.stderr);
  let changed = 0;
  for (const document of found) {
    const isChanged = await changeAlert(store, document, (alert) =>
      asked.action === 'again'
        ? sentAgain(alert, at)
        : settledByHand(alert, { by: asked.by, why: asked.why, at }),
    );
    if (!isChanged) continue;
    changed += 1;
    const { action } = asked;
    const who = action === 'settle' ? { by: asked.by, why: asked.why } : {};
    logger.info({ alert: shownId(document), action, ...who }, 'an operator has changed an alert');
  }
  return doneText(asked.action, changed);
}

function doneText(action: 'again' | 'settle', changed: number): string {
  switch (action) {
    case 'again':
      return changed === 1 ? '1 alert is sent now.' : `${changed} alerts are sent now.`;
    case 'settle':
      return changed === 1 ? 'Settled.' : 'It has left the outbox meanwhile.';
    default:
      return assertNever(action);
  }
}
