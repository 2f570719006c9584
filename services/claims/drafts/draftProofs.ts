import type { Actor } from '../../domain/actor.ts';
import type { ProofFile } from '../../domain/claim.ts';
import { personOf } from '../../domain/person.ts';
import { granted } from '../../domain/refusal.ts';
import { withProof } from '../../domain/rules/withProof.ts';
import type { Write } from '../../storage/documents/documentStore.ts';
import { toDeleteWrite } from '../proof/uploadDocuments.ts';
import type { ChangeDraft, DraftTarget } from './changeDraft.ts';

/** The file entries of a draft. The files themselves are stored and deleted by `proof/uploads.ts`. */
export function createDraftProofs(change: ChangeDraft) {
  return {
    /** Adds a file (D9); `beside` is written in the same batch of the partner's partition. */
    addProof: (actor: Actor, target: DraftTarget, proof: ProofFile, extraWrites: readonly Write[] = []) =>
      change(actor, target, (draft) => {
        const proofs = withProof(draft.proofs, proof);
        return proofs.ok ? granted({ proofs: proofs.value, extraWrites }) : proofs;
      }),

    /**
     * R60: in Editing only. An `upload` document, written in the same batch, stands for the file until the file is
     * deleted. Removing a file that is already gone is no error.
     */
    removeProof: (actor: Actor, target: DraftTarget, proofId: string) =>
      change(actor, target, ({ partnerId, proofs }, at) => {
        const extraWrites = proofs
          .filter(({ id }) => id === proofId)
          .map((proof) => toDeleteWrite(partnerId, proof, { by: personOf(actor), at }));
        return granted({ proofs: proofs.filter(({ id }) => id !== proofId), extraWrites });
      }),
  };
}
