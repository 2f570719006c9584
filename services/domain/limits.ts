/** Limits of what can be typed, in characters, and of what can be attached (D9). */
export const limits = {
  name: 100,
  claimName: 100,
  email: 254,
  domain: 253,
  comment: 2000,
  lines: 20,
  proofs: 20,
  proofBytes: 25 * 1024 * 1024,
} as const;
