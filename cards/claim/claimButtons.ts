import { assertNever } from '../../services/domain/assertNever.ts';
import { type Button, button, type Row, rows } from '../kit/buttons.ts';
import { forViewer } from '../kit/forViewer.ts';
import type { Maybe } from '../kit/parts.ts';
import { wordsFor } from '../text/words.ts';
import { type Making, may, target } from './claimCardView.ts';
import { asksForAnswer, asksForComment } from './claimForms.ts';
import { compareButtons } from './rivalry.ts';

/** The card's two rows: what to do now, and where else to go. */
export interface ClaimButtons {
  readonly primary: readonly Row[];
  /** Absent on a brief card. */
  readonly foot: Maybe<{ readonly rows: readonly Row[] }>;
}

/** Buttons from what the reader may do now, and nothing else. */
export function claimButtons(making: Making): ClaimButtons {
  if (making.view.brief) return { primary: rows([openButton(making)]), foot: [] };
  return { primary: rows(primaryButtons(making)), foot: [{ rows: rows(secondaryButtons(making)) }] };
}

const openButton = ({ view, reader }: Making): Button =>
  button(wordsFor(reader)('action.openClaim'), { verb: 'claim.open', number: view.claim.number });

type Buttons = readonly (Button | false)[];

function primaryButtons(making: Making): Buttons {
  const t = wordsFor(making.reader);
  const { number } = making.view.claim;
  const cancel = button(t('action.cancel'), { verb: 'claim.open', number });
  switch (making.view.form) {
    case 'comment':
      return [...commentButtons(making), cancel];
    case 'requestInformation':
      return [
        may(making, 'requestInformation') &&
          button(t('ask.send'), { verb: 'review.requestInformation', ...target(making) }, 'positive'),
        cancel,
      ];
    case 'reject':
      return [
        may(making, 'reject') &&
          button(t('reject.continue'), { verb: 'review.reject', ...target(making) }, 'destructive'),
        cancel,
      ];
    case 'confirmReject':
      return [
        may(making, 'reject') &&
          button(
            t('reject.confirm'),
            { verb: 'review.reject', ...target(making), confirmed: true },
            'destructive',
          ),
        button(t('action.back'), { verb: 'claim.open', number, form: 'reject' }),
      ];
    case 'confirmApprove':
      return [
        may(making, 'approve') &&
          button(
            t('approve.confirm'),
            { verb: 'review.approve', ...target(making), confirmed: true, rivals: making.view.rivals ?? 1 },
            'positive',
          ),
        cancel,
      ];
    default:
      return openingButtons(making);
  }
}

function openingButtons(making: Making): Buttons {
  const { viewer } = making.view;
  switch (viewer) {
    case 'partner':
      return partnerButtons(making);
    case 'reviewer':
      return reviewerButtons(making);
    default:
      return assertNever(viewer);
  }
}

function commentButtons(making: Making): Buttons {
  if (!asksForComment(making)) return [];
  const t = wordsFor(making.reader);
  const title = making.view.form === 'comment' ? t('partner.sendComment') : t('partner.sendReply');
  const dated = forViewer[making.view.viewer].datesComments ? { dated: making.view.asksHolder === true } : {};
  return [button(title, { verb: 'claim.comment', ...target(making), ...dated }, 'positive')];
}

function partnerButtons(making: Making): Buttons {
  const t = wordsFor(making.reader);
  if (!asksForAnswer(making)) {
    const commenting = commentButtons(making);
    const copy = making.view.claim.status === 'Approved' && copyButton(making, commenting.length === 0);
    return [...commenting, copy];
  }
  return [
    button(t('partner.resubmit'), { verb: 'claim.resubmit', ...target(making) }, 'positive'),
    may(making, 'comment') && button(t('partner.onlyReply'), { verb: 'claim.comment', ...target(making) }),
    editButton(making),
  ];
}

/** D14: after an end it is what to do next; after a rejection, one way among others. */
const copyButton = ({ view, reader }: Making, first = false): Button | false =>
  view.mayCopy === true &&
  button(
    wordsFor(reader)('action.copyClaim'),
    { verb: 'claim.copy', number: view.claim.number },
    first ? 'positive' : 'default',
  );

/** R88: beside the answer where one is asked for, else at the foot. */
const editButton = (making: Making): Button | false =>
  may(making, 'edit') &&
  button(wordsFor(making.reader)('edit.title'), { verb: 'claim.edit', number: making.view.claim.number });

function reviewerButtons(making: Making): Buttons {
  const t = wordsFor(making.reader);
  const { number } = making.view.claim;
  const replying = commentButtons(making);
  const style = replying.length > 0 ? 'default' : 'positive';
  return [
    ...replying,
    may(making, 'startReview') &&
      button(t('review.start'), { verb: 'review.start', ...target(making) }, style),
    may(making, 'approve') &&
      button(t('review.approve'), { verb: 'review.approve', ...target(making) }, style),
    may(making, 'requestInformation') &&
      button(t('review.ask'), { verb: 'claim.open', number, form: 'requestInformation' }),
    may(making, 'reject') &&
      button(t('review.reject'), { verb: 'claim.open', number, form: 'reject' }, 'destructive'),
    may(making, 'takeOverReview') &&
      button(t('review.takeOver'), { verb: 'review.takeOver', ...target(making) }),
    ...compareButtons(making),
  ];
}

function secondaryButtons(making: Making): Buttons {
  const { view, reader } = making;
  const t = wordsFor(reader);
  const { number, status } = view.claim;
  const commenting = asksForComment(making) || asksForAnswer(making) || view.form !== undefined;
  const { copiesIds, list } = forViewer[view.viewer];
  return [
    may(making, 'comment') &&
      !commenting &&
      button(t('action.comment'), { verb: 'claim.open', number, form: 'comment' }),
    !asksForAnswer(making) && editButton(making),
    button(t('action.history'), { verb: 'claim.history', number }),
    copiesIds && status === 'Approved' && button(t('action.copyIds'), { verb: 'claim.copyIds', number }),
    status === 'Rejected' && copyButton(making),
    button(t(list.title), { verb: list.verb }),
  ];
}
