import { connect } from 'node:net';

/** Whether something listens at the address of this machine. */
export const answers = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    const settle = (listens: boolean) => () => {
      socket.destroy();
      resolve(listens);
    };
    socket.once('connect', settle(true)).once('error', settle(false));
  });

/**
 * Waits until nothing listens at the address any more. The address is asked and not the process, which as an orphan may
 * stay in the table of processes for a while.
 */
export async function untilGone(address: string): Promise<void> {
  const latest = Date.now() + 10_000;
  while (await answers(address)) {
    if (Date.now() > latest) throw new Error(`Something still listens at ${address}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
