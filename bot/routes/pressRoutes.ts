import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import type { Action } from '../../cards/kit/verbs.ts';
import { readFilter } from '../../cards/list/listFilter.ts';
import { removeFile } from '../../dialogs/attachFiles.ts';
import type { AnswerInForm } from '../../dialogs/fileClaimDialog.ts';
import { type Interaction, typedIn } from '../../dialogs/interaction.ts';
import { saveAndMove } from '../../dialogs/saveAndMove.ts';
import { postCardsBelow } from '../../dialogs/say.ts';
import { showFromReview, withDraft } from '../../dialogs/showStep.ts';
import { askToDelete, submitDraft } from '../../dialogs/submitDraft.ts';
import type { Answers } from '../../services/domain/answers.ts';
import { keepChannel, moveChannel } from '../actions/chooseChannel.ts';
import * as commands from '../actions/claimCommands.ts';
import { commandClaim } from '../actions/commandClaim.ts';
import { copyIds } from '../actions/copyIds.ts';
import { deleteDraft, resumeDraft, takeOverDraft } from '../actions/draftActions.ts';
import { leaveEdit, saveEdit, showEdit } from '../actions/editClaim.ts';
import { newClaim, newClaimFor, newClaimFrom } from '../actions/newClaim.ts';
import { offerTemplate } from '../actions/offerTemplate.ts';
import { openClaim, showHistory } from '../actions/openClaim.ts';
import { openProof } from '../actions/openProof.ts';
import { showContest } from '../actions/showContest.ts';
import { showHelp } from '../actions/showHelp.ts';
import { showMyClaims, showReviewQueue } from '../actions/showLists.ts';
import { addWaitingFiles, askAgain, discardFiles } from '../actions/waitingFiles.ts';
import type { ChatContext } from './chatContext.ts';

type Verb = Action['verb'];
type Actions = { readonly [V in Verb]: Extract<Action, { verb: V }> };
type Answer<A> = (interaction: Interaction, action: A, chat: ChatContext) => Promise<void>;

/**
 * Where a press goes. `filing`: to the form of a new claim, which is opened for it. `navigation`: shows another card; what is
 * typed on the pressed card stays there. `command`: issues one command on a submitted claim; in a channel, a reviewer's
 * command changes the card that everybody sees. `plain`: any other, answered in the pressed card's place.
 */
export type Route<A> =
  | {
      readonly kind: 'filing';
      readonly answer: (dc: DialogContext, action: A, typed: Answers) => Promise<DialogTurnResult>;
      /** D13: for a colleague's draft, first asks whether to take it over. */
      readonly asksOwner?: true;
    }
  | {
      readonly kind: 'navigation' | 'command' | 'plain';
      readonly answer: Answer<A>;
      /** Also where claims are not spoken of (D16). */
      readonly anywhere?: true;
    };

/** Every button and where its press goes, by its verb; for one button also by its other data. */
const pressRoutes: { readonly [V in Verb]: Route<Actions[V]> | ((action: Actions[V]) => Route<Actions[V]>) } =
  {
    'claim.next': filing((dc, action, typed) => saveAndMove(dc, action, { typed, distance: 1 })),
    'claim.back': filing((dc, action, typed) => saveAndMove(dc, action, { typed, distance: -1 })),
    'claim.goTo': {
      ...filing((dc, { number, step }) =>
        withDraft(dc, number, (draft) => showFromReview(dc, draft, { step })),
      ),
      asksOwner: true,
    },
    'claim.submit': filing(submitDraft),
    'proof.remove': filing(removeFile),
    'draft.delete': ({ step, confirmed }) =>
      step === undefined || confirmed
        ? plain(deleteDraft)
        : filing((dc, action, typed) => askToDelete(dc, { ...action, step }, typed)),

    'claim.new': navigation((interaction, action, chat) => newClaim(interaction, chat, action)),
    'claim.list': navigation(showMyClaims),
    'review.queue': navigation(showReviewQueue),
    'claim.edit': navigation(showEdit),
    'claim.copy': navigation((interaction, { number }, chat) => newClaimFrom(interaction, number, chat)),
    'claim.history': navigation(showHistory),
    'contest.open': navigation(showContest),
    'help.open': navigation(async (interaction, { topic, below }) => {
      showHelp(interaction, topic);
      if (below && interaction.personal) postCardsBelow(interaction);
    }),

    'claim.comment': command((interaction, action) => commandClaim(interaction, action, commands.comment)),
    'claim.resubmit': command((interaction, action) => commandClaim(interaction, action, commands.resubmit)),
    'review.start': command((interaction, action) => commandClaim(interaction, action, commands.startReview)),
    'review.takeOver': command((interaction, action) =>
      commandClaim(interaction, action, commands.takeOverReview),
    ),
    'review.requestInformation': command((interaction, action) =>
      commandClaim(interaction, action, commands.requestInformation),
    ),
    'review.approve': command((interaction, action) => commandClaim(interaction, action, commands.approve)),
    'review.reject': command((interaction, action) => commandClaim(interaction, action, commands.reject)),

    'claim.resume': plain(resumeDraft),
    'draft.takeOver': plain(takeOverDraft),
    'claim.filter': plain((interaction) =>
      showMyClaims(interaction, { filter: readFilter(typedIn(interaction)) }),
    ),
    'claim.open': plain(openClaim),
    'claim.saveEdit': plain((interaction, action) => saveEdit(interaction, action, typedIn(interaction))),
    'claim.leaveEdit': plain((interaction, action) => leaveEdit(interaction, action, typedIn(interaction))),
    'channel.move': anywhere(moveChannel),
    'channel.keep': anywhere(keepChannel),
    'claim.copyIds': plain(copyIds),
    'proof.open': plain(openProof),
    'proof.template': plain(offerTemplate),
    'file.add': plain(addWaitingFiles),
    'file.ask': plain(askAgain),
    'file.newClaim': plain((interaction, { files }, chat) => newClaimFor(interaction, files, chat)),
    'file.discard': plain(discardFiles),
  };

/** Where this press goes: one lookup. */
export const routeOf = (action: Action): Route<Action> => lookUp(action.verb, action);

/** Whether a press is answered also in a channel or group chat in which claims are not spoken of. */
export function worksAnywhere(action: Action): boolean {
  const route = routeOf(action);
  return 'anywhere' in route && route.anywhere === true;
}

/** How the form answers a press that goes to it. */
export const answerInForm: AnswerInForm = (dc, action, typed) => {
  const route = routeOf(action);
  return route.kind === 'filing' ? route.answer(dc, action, typed) : undefined;
};

function lookUp<V extends Verb>(verb: V, action: Actions[V]): Route<Actions[V]> {
  const route = pressRoutes[verb];
  return typeof route === 'function' ? route(action) : route;
}

type Filing<A> = Extract<Route<A>, { kind: 'filing' }>;

function filing<A>(answer: Filing<A>['answer']): Filing<A> {
  return { kind: 'filing', answer };
}

function navigation<A>(answer: Answer<A>): Route<A> {
  return { kind: 'navigation', answer };
}

function command<A>(answer: Answer<A>): Route<A> {
  return { kind: 'command', answer };
}

function plain<A>(answer: Answer<A>): Route<A> {
  return { kind: 'plain', answer };
}

function anywhere<A>(answer: Answer<A>): Route<A> {
  return { kind: 'plain', answer, anywhere: true };
}
