import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Action } from '../cards/kit/verbs.ts';
import { messageText } from '../cards/text/messages.ts';
import type { Answers, FilingStep } from '../services/domain/answers.ts';
import { attachFiles } from './attachFiles.ts';
import { setState } from './filingState.ts';
import { answersIn } from './filingStep.ts';
import { interactionOf } from './interaction.ts';
import { resumeForm, sayInForm } from './showStep.ts';

/** `takeUp`: shows the given step or a draft's first incomplete one. Otherwise the press decides what happens. */
export interface FormStart {
  readonly number?: string;
  readonly files?: readonly string[];
  readonly step?: FilingStep;
  readonly resume: boolean;
}

/** How the form answers a press; undefined if it is not the form's. The bot's routes provide this function. */
export type AnswerInForm = (
  dc: DialogContext,
  action: Action,
  typed: Answers,
) => Promise<DialogTurnResult> | undefined;

/**
 * Filing a claim: customer → activity → name → lines → contacts → proof → comments → review (R24). Each press saves
 * what was typed before it is answered, so a lost dialog can continue from the draft.
 */
export class FileClaimDialog extends Dialog<FormStart> {
  static readonly id = 'fileClaim';

  readonly #answerPress: AnswerInForm;

  constructor(answerPress: AnswerInForm) {
    super(FileClaimDialog.id);
    this.#answerPress = answerPress;
  }

  override async beginDialog(dc: DialogContext, options?: FormStart): Promise<DialogTurnResult> {
    const { number, files, step = 'customer' } = options ?? {};
    if (number) setState(dc, { step, number });
    else setState(dc, { step, begun: crypto.randomUUID(), ...(files ? { files } : {}) });
    return options?.resume ? await resumeForm(dc, options.step) : await this.#answer(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return await this.#answer(dc);
  }

  async #answer(dc: DialogContext): Promise<DialogTurnResult> {
    const { input, reader } = interactionOf(dc.context);
    if (input.kind === 'files') return await attachFiles(dc, input.files);
    // A typed message does not answer a step; the card above stays as it is, with what is typed on it.
    if (input.kind === 'text') return await sayInForm(dc, messageText('useTheCard', {}, reader));
    return await (this.#answerPress(dc, input.action, answersIn(input.typed)) ?? resumeForm(dc));
  }
}
