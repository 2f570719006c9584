/** Whether this process runs one file after another of a parallel run: what it has started can serve the next file. */
export const isWorker = process.env.MOCHA_WORKER_ID !== undefined;
