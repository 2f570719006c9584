import type { FilingView } from '../../services/claims/views.ts';
import { fileList } from '../file/files.ts';
import { helpLink } from '../help/helpLink.ts';
import { button } from '../kit/buttons.ts';
import type { Reader } from '../kit/card.ts';
import type { Amounts } from '../kit/fit.ts';
import { texts } from '../kit/parts.ts';
import { wordsFor } from '../text/words.ts';
import { proofFormats, proofPoints } from './proofPoints.ts';
import { asking, type StepContent } from './stepContent.ts';

/** Files of proof with the checklist that reviewers go by and the template (R55–R59, D9). */
export function proofStep(view: FilingView, amounts: Amounts, reader: Reader): StepContent {
  const t = wordsFor(reader);
  const { draft } = view;
  const proofs = draft?.proofs ?? [];
  const files = draft
    ? fileList(
        proofs,
        {
          number: draft.number,
          heading: t('proof.attached', { count: proofs.length }),
          most: amounts.files,
          nameLength: amounts.nameLength,
          removal: (proof) => ({ verb: 'proof.remove', number: draft.number, version: draft.version, proof }),
        },
        reader,
      )
    : [];
  return asking(
    view,
    {
      intro: texts(proofs.length === 0 && t('proof.none')),
      files,
      outro: texts(
        proofs.length > 0 && t('proof.attachMore'),
        `${t('proof.checklist')}\n\n${proofPoints(reader)}`,
        proofs.length === 0 && t('template.help'),
      ),
      notes: texts(proofFormats(reader), draft && t('proof.whichClaim', { number: draft.number })),
      help: [helpLink('proof', reader, { below: true })],
      sideButtons: draft ? [button(t('template.get'), { verb: 'proof.template', number: draft.number })] : [],
    },
    reader,
  );
}
