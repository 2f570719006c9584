import { type ParseArgsConfig, parseArgs } from 'node:util';

/** `--help` or `-h`, whatever the other arguments: prints the usage and ends the process with 0. */
export function answerHelp(args: readonly string[], usage: string): void {
  if (!args.includes('--help') && !args.includes('-h')) return;
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}

/** Reads a command line; throws a readable error with the usage for anything it cannot read. */
export function readOptions<const T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Its second sentence explains arguments that begin with a hyphen, which none of ours do.
    const [sentence] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new Error(`${sentence}.\n${usage}`, { cause: error });
  }
}
