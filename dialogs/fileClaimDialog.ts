import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { messageText } from '../cards/text/messages.ts';
import type { Action } from '../cards/verbs.ts';
import type { FilingStep } from '../services/claims/form/answers.ts';
import { attachFiles, removeFile } from './attachFiles.ts';
import { setState } from './filingState.ts';
import { answersIn } from './filingStep.ts';
import { saveAndMove } from './saveAndMove.ts';
import { sayInForm, showFromReview, takeUp, withDraft } from './showStep.ts';
import { askToDelete, submitDraft } from './submitDraft.ts';
import { turnOf } from './turn.ts';

/** `takeUp`: show the step, of a draft without one the first that is open. Otherwise the press that is being answered says what happens. */
export interface FilingOptions {
  readonly number?: string;
  readonly files?: readonly string[];
  readonly step?: FilingStep;
  readonly takeUp: boolean;
}

/** The buttons that the form itself answers. */
export type FilingPress =
  | Extract<Action, { verb: 'claim.next' | 'claim.back' | 'claim.goTo' | 'claim.submit' | 'proof.remove' }>
  | (Extract<Action, { verb: 'draft.delete' }> & { readonly step: FilingStep });

/** For the door: the filing press in an action, with the typed inputs left aside. */
export function isFilingPress(action: Action): action is FilingPress {
  if (action.verb === 'draft.delete') return action.step !== undefined && !action.confirmed;
  return ['claim.next', 'claim.back', 'claim.goTo', 'claim.submit', 'proof.remove'].includes(action.verb);
}

/**
 * Filing a claim: customer → activity → name → lines → contacts → proof → comments → review (R24). Each press saves
 * what was typed before anything is answered, so a dialog that was lost goes on from the draft.
 */
export class FileClaimDialog extends Dialog<FilingOptions> {
  static readonly id = 'fileClaim';

  constructor() {
    super(FileClaimDialog.id);
  }

  override async beginDialog(dc: DialogContext, options?: FilingOptions): Promise<DialogTurnResult> {
    const { number, files, step = 'customer' } = options ?? {};
    if (number) setState(dc, { step, number });
    else setState(dc, { step, begun: crypto.randomUUID(), ...(files ? { files } : {}) });
    return options?.takeUp ? await takeUp(dc, options.step) : await answer(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return await answer(dc);
  }
}

async function answer(dc: DialogContext): Promise<DialogTurnResult> {
  const { input, reader } = turnOf(dc.context);
  if (input.kind === 'files') return await attachFiles(dc, input.files);
  // Words do not answer a step; the card above stays as it is, with what is typed on it.
  if (input.kind === 'text') return await sayInForm(dc, messageText('useTheCard', {}, reader));
  const { action } = input;
  if (!isFilingPress(action)) return await takeUp(dc);
  switch (action.verb) {
    case 'draft.delete':
      return await askToDelete(dc, action, answersIn(input.typed));
    case 'claim.next':
    case 'claim.back':
      return await saveAndMove(dc, action, answersIn(input.typed));
    case 'claim.goTo':
      return await withDraft(dc, action.number, (draft) => showFromReview(dc, draft, action.step));
    case 'claim.submit':
      return await submitDraft(dc, action);
    case 'proof.remove':
      return await removeFile(dc, action);
  }
}
