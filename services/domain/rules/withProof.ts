import type { ProofFile } from '../claim.ts';
import { limits } from '../limits.ts';
import { distinctName } from '../proofNames.ts';
import { granted, type Outcome, refused } from '../refusal.ts';

/** A claim's or draft's files with one added under a distinct name (D9: at most twenty, none of them twice). */
export function withProof(proofs: readonly ProofFile[], proof: ProofFile): Outcome<readonly ProofFile[]> {
  const same = proofs.find(({ sha256 }) => sha256 === proof.sha256);
  if (same) return refused('fileTwice', { name: same.name });
  if (proofs.length >= limits.proofs) return refused('fileCount', { limit: limits.proofs });
  return granted([...proofs, { ...proof, name: distinctName(proof.name, proofs) }]);
}
