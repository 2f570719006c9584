import '../../bot/compileCache.ts';
import { answerHelp } from '../../local/readOptions.ts';
import { readSimulateSettings, usage } from './simulateSettings.ts';

/** `npm run simulate`: a simulated year, every clock checked. Exit code 1: something differs, 2: it was not played. */
const args = process.argv.slice(2);
answerHelp(args, usage);
try {
  const settings = readSimulateSettings(args);
  // Only now: a wrong option is answered at once.
  const { simulateYear } = await import('./simulateYear.ts');
  const { yearReport } = await import('./yearReport.ts');
  const begun = performance.now();
  const result = await simulateYear(settings);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const mebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${yearReport(settings, result)}\n  ${seconds} s, at most ${mebibytes} MiB of memory\n`,
  );
  process.exitCode = result.differences === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
