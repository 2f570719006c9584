/** Loaded before a program: says at its end how much memory the process ever had. */
process.once('exit', () => {
  process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB (RSS)\n`);
});
