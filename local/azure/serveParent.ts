/** What a client of an emulator needs to know of it. */
export interface EmulatorAddress {
  readonly endpoint: string;
  readonly key: string;
}

/** An emulator that runs in this process. */
export interface Emulator extends EmulatorAddress {
  stop(): Promise<void>;
}

/**
 * The main of an emulator's process: starts the emulator, sends its address to the parent, and ends when the parent
 * disconnects or dies in any way, because that closes the channel between them.
 */
export async function serveParent(start: () => Promise<Emulator>): Promise<void> {
  if (!process.send) throw new Error('An emulator’s process is started by “npm run local -- --azure” only.');
  // The parent may be gone already; then nothing would ever end this process.
  if (!process.connected) return;
  // Ctrl+C reaches every process of the terminal; the program still needs its stores while it stops.
  process.on('SIGINT', () => {});
  const parentIsGone = new Promise((resolve) => process.once('disconnect', resolve));
  const { endpoint, key, stop } = await start();
  if (process.connected) process.send({ endpoint, key } satisfies EmulatorAddress);
  await parentIsGone;
  await stop();
  process.exit(0);
}
