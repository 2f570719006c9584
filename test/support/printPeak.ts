/** Loaded before a program: prints at its end the most memory that the process ever used. */
process.once('exit', () => {
  process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB (RSS)\n`);
});
