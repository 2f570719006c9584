import { assertNever } from '../../services/domain/assertNever.ts';
import { type Button, button, type Lanes, lanes } from '../kit/buttons.ts';
import { forViewer } from '../kit/forViewer.ts';
import type { Maybe } from '../kit/parts.ts';
import { wordsFor } from '../text/words.ts';
import { type CardInput, may, target } from './claimCardView.ts';
import { compareButtons } from './competingClaims.ts';

/** The card's two rows: what to do now, and where else to go. */
export interface ClaimButtons {
  readonly primary: Maybe<Lanes>;
  /** Absent on a brief card. */
  readonly foot: Maybe<{ readonly buttons: Maybe<Lanes> }>;
}

/** Buttons from what the reader may do now, and nothing else. */
export function claimButtons(input: CardInput): ClaimButtons {
  if (input.view.brief) return { primary: lanes([openButton(input)]), foot: [] };
  return { primary: lanes(primaryButtons(input)), foot: [{ buttons: lanes(secondaryButtons(input)) }] };
}

const openButton = ({ view, reader }: CardInput): Button =>
  button(wordsFor(reader)('action.openClaim'), { verb: 'claim.open', number: view.claim.number });

type Buttons = readonly (Button | false)[];

function primaryButtons(input: CardInput): Buttons {
  const t = wordsFor(input.reader);
  const { number } = input.view.claim;
  const cancel = button(t('action.cancel'), { verb: 'claim.open', number });
  switch (input.view.form) {
    case 'answer':
      return [...answerButtons(input), cancel];
    case 'comment':
      return [...commentButtons(input), cancel];
    case 'requestInformation':
      return [
        may(input, 'requestInformation') &&
          button(t('ask.send'), { verb: 'review.requestInformation', ...target(input) }, 'positive'),
        cancel,
      ];
    case 'reject':
      return [
        may(input, 'reject') &&
          button(t('reject.continue'), { verb: 'review.reject', ...target(input) }, 'destructive'),
        cancel,
      ];
    case 'confirmReject':
      return [
        may(input, 'reject') &&
          button(
            t('reject.confirm'),
            { verb: 'review.reject', ...target(input), confirmed: true },
            'destructive',
          ),
        button(t('action.back'), { verb: 'claim.open', number, form: 'reject' }),
      ];
    case 'confirmApprove':
      return [
        may(input, 'approve') &&
          button(
            t('approve.confirm'),
            {
              verb: 'review.approve',
              ...target(input),
              confirmed: true,
              competing: input.view.competing ?? 0,
            },
            'positive',
          ),
        cancel,
      ];
    default:
      return openingButtons(input);
  }
}

function openingButtons(input: CardInput): Buttons {
  const { viewer } = input.view;
  switch (viewer) {
    case 'partner':
      return partnerButtons(input);
    case 'reviewer':
      return reviewerButtons(input);
    default:
      return assertNever(viewer);
  }
}

function commentButtons(input: CardInput): Buttons {
  if (input.asksFor !== 'comment') return [];
  const t = wordsFor(input.reader);
  const title = input.view.form === 'comment' ? t('partner.sendComment') : t('partner.sendReply');
  const withDeadline = forViewer[input.view.viewer].datesComments
    ? { withDeadline: input.view.asksHolder === true }
    : {};
  const form = input.view.form === 'comment' ? { form: 'comment' as const } : {};
  return [button(title, { verb: 'claim.comment', ...target(input), ...withDeadline, ...form }, 'positive')];
}

function partnerButtons(input: CardInput): Buttons {
  const { status } = input.view.claim;
  if (status === 'PartnerActionRequired') return answerButtons(input);
  const commenting = commentButtons(input);
  return [...commenting, status === 'Approved' && copyButton(input, commenting.length === 0)];
}

/** The answer with its button, or the button that opens it; the ways to say, or change, something else. */
function answerButtons(input: CardInput): Buttons {
  const t = wordsFor(input.reader);
  const { number } = input.view.claim;
  const answers = input.asksFor === 'answer';
  const commenting = commentButtons(input);
  return [
    ...commenting,
    may(input, 'resubmit') &&
      (answers
        ? button(t('partner.resubmit'), { verb: 'claim.resubmit', ...target(input) }, 'positive')
        : button(t('partner.toAnswer'), { verb: 'claim.open', number, form: 'answer' }, 'positive')),
    commenting.length === 0 &&
      may(input, 'comment') &&
      button(t('partner.onlyReply'), { verb: 'claim.open', number, form: 'comment' }),
    editButton(input),
  ];
}

/** D14: the next step after a subscription has ended; after a rejection, one of several. */
const copyButton = ({ view, reader }: CardInput, first = false): Button | false =>
  view.mayCopy === true &&
  button(
    wordsFor(reader)('action.copyClaim'),
    { verb: 'claim.copy', number: view.claim.number, ...(view.copyAfter ? { after: view.copyAfter } : {}) },
    first ? 'positive' : 'default',
  );

/** R88: next to the answer if one is asked for, otherwise at the foot. */
const editButton = (input: CardInput): Button | false =>
  may(input, 'edit') &&
  button(wordsFor(input.reader)('edit.title'), { verb: 'claim.edit', number: input.view.claim.number });

function reviewerButtons(input: CardInput): Buttons {
  const t = wordsFor(input.reader);
  const { number } = input.view.claim;
  const replying = commentButtons(input);
  const style = replying.length > 0 ? 'default' : 'positive';
  return [
    ...replying,
    may(input, 'startReview') && button(t('review.start'), { verb: 'review.start', ...target(input) }, style),
    may(input, 'approve') && button(t('review.approve'), { verb: 'review.approve', ...target(input) }, style),
    may(input, 'requestInformation') &&
      button(t('review.ask'), { verb: 'claim.open', number, form: 'requestInformation' }),
    may(input, 'reject') &&
      button(t('review.reject'), { verb: 'claim.open', number, form: 'reject' }, 'destructive'),
    may(input, 'takeOverReview') &&
      button(t('review.takeOver'), { verb: 'review.takeOver', ...target(input) }),
    ...compareButtons(input),
  ];
}

const isAnswering = ({ view: { claim, form, viewer } }: CardInput): boolean =>
  forViewer[viewer].answersRequests &&
  claim.status === 'PartnerActionRequired' &&
  (form === undefined || form === 'answer');

function secondaryButtons(input: CardInput): Buttons {
  const { view, reader } = input;
  const t = wordsFor(reader);
  const { number, status } = view.claim;
  const commenting = input.asksFor !== undefined || view.form !== undefined;
  // These stand beside the answer there.
  const besideAnswer = isAnswering(input);
  const { copiesIds, list } = forViewer[view.viewer];
  return [
    may(input, 'comment') &&
      !commenting &&
      !besideAnswer &&
      button(t('action.comment'), { verb: 'claim.open', number, form: 'comment' }),
    !besideAnswer && editButton(input),
    button(t('action.history'), { verb: 'claim.history', number }),
    copiesIds && status === 'Approved' && button(t('action.copyIds'), { verb: 'claim.copyIds', number }),
    status === 'Rejected' && copyButton(input),
    button(t(list.title), { verb: list.verb }),
  ];
}
