import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Notice } from '../cards/card.ts';
import { claimCard } from '../cards/claim.ts';
import { deleteDraftCard } from '../cards/draftDeletion.ts';
import { continuedCard } from '../cards/filing.ts';
import { messageText } from '../cards/text/messages.ts';
import { refusalText } from '../cards/text/refusal.ts';
import type { Action } from '../cards/verbs.ts';
import type { Answers, FieldErrors, FilingStep } from '../services/claims/answers.ts';
import type { SentFile } from '../services/claims/arriveUpload.ts';
import type { EditingClaim } from '../services/claims/claim.ts';
import { mayIssue } from '../services/claims/lifecycle.ts';
import type { PersonActor } from '../services/directory/directory.ts';
import type { Refusal } from '../services/refusal.ts';
import { notStored, placeFile } from './filePlacing.ts';
import { answersIn, neighbour, type StepExtras, stepReply } from './filingStep.ts';
import { attention, draftNotice, holdsText, turnOf } from './turn.ts';

// Above 200 lines: the conversation of one form, press by press, is read together.

/** All that is remembered between turns: which draft, and where in it. The draft itself is the truth. */
interface FilingState {
  number?: string;
  step: FilingStep;
  /** The step is being changed from the review: going on leads back there. */
  fromReview?: boolean;
  /** Waiting files for which the claim was begun: they are attached as soon as the draft is there. */
  files?: readonly string[];
  /** What was typed on a draft that somebody had deleted: it stands at its step in the new one. */
  typed?: Answers;
  /** Until there is a draft: what tells this new claim from one begun before on the same card. */
  begun?: string;
}

/** `takeUp`: show the step, of a draft without one the first that is open. Otherwise the press that is being answered says what happens. */
export interface FilingOptions {
  readonly number?: string;
  readonly files?: readonly string[];
  readonly step?: FilingStep;
  readonly takeUp: boolean;
}

type DeletePress = Extract<Action, { verb: 'draft.delete' }> & { readonly step: FilingStep };

/** The buttons that the form itself answers. */
export type FilingPress =
  | Extract<Action, { verb: 'claim.next' | 'claim.back' | 'claim.goTo' | 'claim.submit' | 'proof.remove' }>
  | DeletePress;

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
    const state: FilingState = { step: options?.step ?? 'customer' };
    if (options?.number) state.number = options.number;
    else state.begun = crypto.randomUUID();
    if (options?.files) state.files = options.files;
    setState(dc, state);
    return options?.takeUp ? await takeUp(dc, options.step) : await answer(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return await answer(dc);
  }
}

async function answer(dc: DialogContext): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const { input } = turn;
  if (input.kind === 'files') return await addFiles(dc, input.files);
  // Words do not answer a step; the card above stays as it is, with what is typed on it.
  if (input.kind === 'text') return await say(dc, messageText('useTheCard', {}, turn.reader));
  const { action } = input;
  if (!isFilingPress(action)) return await takeUp(dc);
  switch (action.verb) {
    case 'draft.delete':
      return await askToDelete(dc, action, answersIn(input.typed));
    case 'claim.next':
    case 'claim.back':
      return await saveAndMove(dc, action, answersIn(input.typed));
    case 'claim.goTo':
      return await withDraft(dc, action.number, (draft) => goTo(dc, draft, action.step));
    case 'claim.submit':
      return await submit(dc, action);
    case 'proof.remove':
      return await removeProof(dc, action);
  }
}

/** From the review to a step, where what the review has marked stands at its fields (R43). */
async function goTo(
  dc: DialogContext,
  draft: EditingClaim,
  step: FilingStep,
  notice?: Notice,
): Promise<DialogTurnResult> {
  const { claims } = turnOf(dc.context);
  const errors = await claims.stepErrors(draft.partnerId, step, draft.answers);
  return await show(dc, draft, step, { errors, fromReview: true, ...(notice ? { notice } : {}) });
}

/** After a step that was changed from the review: back there, or to the next step that the change has opened. */
async function goOnFromReview(dc: DialogContext, draft: EditingClaim): Promise<DialogTurnResult> {
  const { claims, reader } = turnOf(dc.context);
  const step = await claims.firstOpenStep(draft);
  if (step === 'review') return await show(dc, draft, step);
  if (step === 'proof') return await show(dc, draft, step, { fromReview: true });
  // The lines say themselves why they are to be chosen anew.
  if (step === 'lines') return await goTo(dc, draft, step);
  return await goTo(dc, draft, step, { tone: 'warning', text: messageText('changeNeedsMore', {}, reader) });
}

/** Shows a draft at the step, or at the first open one. */
async function takeUp(dc: DialogContext, step?: FilingStep): Promise<DialogTurnResult> {
  const { number } = stateOf(dc);
  if (!number) return await show(dc, undefined, step ?? stateOf(dc).step);
  return await withDraft(dc, number, async (draft) => {
    const { claims, reader } = turnOf(dc.context);
    const first = step ?? (await claims.firstOpenStep(draft));
    const errors = await claims.stepErrors(draft.partnerId, first, draft.answers);
    if (!draft.from || draft.version > 1) return await show(dc, draft, first, { errors: wrongOnly(errors) });
    // D14: filled in from another claim and not looked at yet, with what is not right any more.
    const notice: Notice = { tone: 'good', text: messageText('filledFrom', { number: draft.from }, reader) };
    return await show(dc, draft, first, { errors, notice });
  });
}

/** D11: what is not right any more is marked when a draft is taken up; what has not been asked yet is no mistake. */
const wrongOnly = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).filter(
      ([, error]) => error?.code !== 'required' && error?.code !== 'subscriptionNeeded',
    ),
  );

/** Saves what was typed, right or wrong; then goes on if the step is right, or back in any case. */
async function saveAndMove(
  dc: DialogContext,
  action: Extract<Action, { verb: 'claim.next' | 'claim.back' }>,
  typed: Answers,
): Promise<DialogTurnResult> {
  const { step, number, version } = action;
  if (!number) {
    if ('begun' in action && action.begun) setState(dc, { ...stateOf(dc), begun: action.begun });
    return await createDraft(dc, step, typed);
  }
  const turn = turnOf(dc.context);
  const target = { number, commandId: turn.commandId, ...(version !== undefined ? { version } : {}) };
  const saved = await turn.claims.drafts.save(turn.actor, target, typed);
  if (!saved.ok) return await explain(dc, number, saved.refusal, { step, typed });
  const draft = saved.value;
  if (action.verb === 'claim.back') return await show(dc, draft, neighbour(step, -1));
  const errors = await turn.claims.stepErrors(draft.partnerId, step, draft.answers);
  const fromReview = stateOf(dc).fromReview === true;
  if (Object.keys(errors).length > 0) return await show(dc, draft, step, { errors, fromReview });
  return fromReview ? await goOnFromReview(dc, draft) : await show(dc, draft, neighbour(step, 1));
}

/** The first step answered rightly makes the draft; until then the card itself keeps what was typed. */
async function createDraft(dc: DialogContext, step: FilingStep, typed: Answers): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const partnerId = turn.actor.kind === 'partner' ? turn.actor.partnerId : '';
  const errors = await turn.claims.stepErrors(partnerId, 'customer', typed);
  if (Object.keys(errors).length > 0) return await show(dc, undefined, 'customer', { typed, errors });
  const created = await turn.claims.drafts.create(
    turn.actor,
    { ...ownContact(turn.actor), ...stateOf(dc).typed, ...typed },
    turn.commandId,
  );
  if (!created.ok) return say(dc, refusalText(created.refusal, turn.reader));
  return await show(dc, await withWaitingFiles(dc, created.value), neighbour(step, 1));
}

/** The files for which the claim was begun, added to its draft; each is told in a sentence of its own. */
async function withWaitingFiles(dc: DialogContext, draft: EditingClaim): Promise<EditingClaim> {
  const turn = turnOf(dc.context);
  let standing = draft;
  for (const fileId of stateOf(dc).files ?? []) {
    const placed = await placeFile(turn, fileId, draft.number);
    turn.replies.push({ kind: 'text', text: placed.text });
    if (placed.claim?.number === draft.number && placed.claim.status === 'Editing') standing = placed.claim;
  }
  return standing;
}

/** Who files is most often the one to ask (R15); it can be changed at its step. */
const ownContact = ({ name, email }: PersonActor): Answers => ({
  'partnerContact.name': name,
  ...(email ? { 'partnerContact.email': email } : {}),
});

async function submit(
  dc: DialogContext,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const submitted = await turn.claims.submit(turn.actor, { number, version, commandId: turn.commandId });
  if (!submitted.ok) return await explain(dc, number, submitted.refusal, { step: 'review' });
  const view = await turn.claims.view(turn.actor, submitted.value);
  turn.replies.push({ kind: 'card', card: claimCard({ ...view, event: 'submitted' }, turn.reader), number });
  return await dc.endDialog();
}

/** What was typed is saved, as Back does, and stands there still if the draft is kept after all. */
async function askToDelete(
  dc: DialogContext,
  { number, version, step }: DeletePress,
  typed: Answers,
): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const target = { number, version, commandId: turn.commandId };
  const saved = await turn.claims.drafts.save(turn.actor, target, typed);
  if (!saved.ok) return await explain(dc, number, saved.refusal, { step, typed });
  const card = deleteDraftCard({ draft: saved.value, step }, turn.reader);
  turn.replies.push({ kind: 'card', card, number });
  return Dialog.EndOfTurn;
}

async function removeProof(
  dc: DialogContext,
  { number, version, proof }: { readonly number: string; readonly version: number; readonly proof: string },
): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const target = { number, version, commandId: turn.commandId };
  const removed = await turn.uploads.removeFromDraft(turn.actor, target, proof);
  if (!removed.ok) return await explain(dc, number, removed.refusal, { step: 'proof' });
  return await show(dc, removed.value, 'proof');
}

/** R57: files are attached in the chat; at the proof step they go to this draft, and the card stands anew below. */
async function addFiles(dc: DialogContext, files: readonly SentFile[]): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const { number = '' } = stateOf(dc);
  let shown = false;
  for (const [index, file] of files.entries()) {
    const target = { number, commandId: `${turn.commandId}|${index}` };
    const outcome = await turn.uploads.addToDraft(turn.actor, target, file);
    // A sentence of its own for each: it stays in the chat when the card goes on below.
    if (!outcome.ok) await say(dc, notStored(turn, file.name, outcome.refusal));
    // Who attaches a file again may not have seen that it is there.
    if (outcome.ok || outcome.refusal.code === 'fileTwice') shown = true;
  }
  if (!shown) return Dialog.EndOfTurn;
  return await withDraft(dc, number, async (draft) => {
    const reply = await stepReply(turn, draft, 'proof');
    const stub = continuedCard({ number, title: draft.answers.claimName ?? number }, turn.reader);
    turn.replies.push(reply.kind === 'card' ? { ...reply, stub } : reply);
    return Dialog.EndOfTurn;
  });
}

/** Runs with the draft as it stands; a number that is no draft any more shows what became of it. */
async function withDraft(
  dc: DialogContext,
  number: string,
  next: (draft: EditingClaim) => Promise<DialogTurnResult>,
): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const found = await turn.claims.open(turn.actor, number);
  if (!found.ok) return await say(dc, refusalText(found.refusal, turn.reader), 'end');
  if (found.value.status === 'Editing') return await next(found.value);
  const view = await turn.claims.view(turn.actor, found.value);
  const notice = attention(messageText('alreadySubmitted', {}, turn.reader));
  turn.replies.push({ kind: 'card', card: claimCard({ ...view, notice }, turn.reader), number });
  return await dc.endDialog();
}

/** A refused press: the draft as it stands, what was typed still in the inputs, and the reason on top. */
async function explain(
  dc: DialogContext,
  number: string,
  refusal: Refusal,
  at: { readonly step: FilingStep; readonly typed?: Answers },
): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  if (refusal.code === 'notFound') return say(dc, refusalText(refusal, turn.reader), 'end');
  if (refusal.code === 'draftDeleted') return await startAgain(dc, refusal, at.typed ?? {});
  const typed = at.typed ? { typed: at.typed } : {};
  return await withDraft(dc, number, (draft) =>
    show(dc, draft, at.step, { notice: draftNotice(turn, draft, { refusal, ...typed }), ...typed }),
  );
}

/** Somebody has deleted the draft: who may file begins anew with what was typed, on others' cards it stands as it is. */
async function startAgain(dc: DialogContext, refusal: Refusal, typed: Answers): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const reason = refusalText(refusal, turn.reader);
  if (!holdsText(typed) || !mayIssue(turn.actor, 'submit')) return say(dc, reason, 'end');
  setState(dc, { step: 'customer', typed, begun: crypto.randomUUID() });
  const text = messageText('draftStartAgain', { reason }, turn.reader);
  return await show(dc, undefined, 'customer', { typed, notice: { tone: 'warning', text } });
}

async function show(
  dc: DialogContext,
  draft: EditingClaim | undefined,
  step: FilingStep,
  { fromReview, ...extras }: StepExtras & { readonly fromReview?: boolean } = {},
): Promise<DialogTurnResult> {
  const { number: _none, step: _before, fromReview: _way, ...begun } = stateOf(dc);
  setState(dc, {
    step,
    ...(draft ? { number: draft.number } : begun),
    ...(fromReview ? { fromReview } : {}),
  });
  const turn = turnOf(dc.context);
  const which = !draft && begun.begun ? { begun: begun.begun } : {};
  turn.replies.push(await stepReply(turn, draft, step, { ...extras, ...which }));
  return Dialog.EndOfTurn;
}

async function say(
  dc: DialogContext,
  text: string,
  then: 'wait' | 'end' = 'wait',
): Promise<DialogTurnResult> {
  turnOf(dc.context).replies.push({ kind: 'text', text });
  return then === 'end' ? await dc.endDialog() : Dialog.EndOfTurn;
}

function stateOf(dc: DialogContext): FilingState {
  return (dc.activeDialog?.state ?? { step: 'customer' }) as FilingState;
}

function setState(dc: DialogContext, state: FilingState): void {
  if (dc.activeDialog) dc.activeDialog.state = state;
}

/** For the door: the filing press in an action, with the typed inputs left aside. */
export function isFilingPress(action: Action): action is FilingPress {
  if (action.verb === 'draft.delete') return action.step !== undefined && !action.confirmed;
  return ['claim.next', 'claim.back', 'claim.goTo', 'claim.submit', 'proof.remove'].includes(action.verb);
}
