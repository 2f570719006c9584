/** How long requests to Blob Storage may take with the SDK's repetitions, in milliseconds: somebody waits for them. */
export interface BlobLimits {
  readonly requestMs: number;
  /** A request that carries a block of a file. */
  readonly blockMs: number;
}

export const defaultBlobLimits: BlobLimits = { requestMs: 4000, blockMs: 6000 };
