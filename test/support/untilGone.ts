import { connect } from 'node:net';
import { until } from './until.ts';

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
export const untilGone = (address: string): Promise<void> =>
  until(async () => !(await answers(address)), `nothing to listen at ${address}`);
