/** How long a request to Blob Storage may take with the SDK's repetitions, in milliseconds: somebody waits for it. */
export const requestMs = 4000;

/** The same for a request that carries a block of a file. */
export const blockMs = 6000;
