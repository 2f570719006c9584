import type { ClaimForm } from '../../cards/claim/claim.ts';
import type { Command } from '../../services/domain/command.ts';
import {
  type FormReading,
  readComment,
  readOptionalComment,
  readRejection,
  readRequest,
  type Typed,
} from '../../services/domain/form/readForms.ts';
import type { ClaimExtras } from '../replies/claimReply.ts';

type Name = Command['name'];
type Named<N extends Name> = Extract<Command, { name: N }>;

/** The result of reading a press: the command, or the form to show once more, with its errors. */
export type ReadCommand<N extends Name> = { readonly command: Named<N> } | { readonly showForm: ClaimExtras };

type OpenForm = Extract<ClaimForm, 'requestInformation' | 'reject' | 'confirmApprove'>;

/** A button that issues one command on a submitted claim, and how the command is read from the press and the inputs. */
export interface ClaimCommand<A, N extends Name> {
  readonly name: N;
  readonly read: (typed: Typed, action: A) => ReadCommand<N>;
  /** The form that stays open with what was typed when the command is refused. */
  readonly form?: (action: A) => OpenForm | undefined;
  /** R98: the status does not change, so a colleague's open form is still valid. */
  readonly leavesForms?: true;
}

interface CommentPress {
  readonly withDeadline?: boolean | undefined;
  readonly form?: 'comment' | undefined;
}

/** A comment. The press says whether the form showed a date to answer by (D7), and whether it was opened by a button. */
export const comment: ClaimCommand<CommentPress, 'comment'> = {
  name: 'comment',
  read: (typed, { withDeadline, form }) =>
    from(
      readComment(typed),
      (text) => ({
        name: 'comment',
        text,
        ...(withDeadline === undefined ? {} : { withDeadline }),
      }),
      form ? { form } : {},
    ),
};

/** The partner's answer. */
export const resubmit: ClaimCommand<unknown, 'resubmit'> = {
  name: 'resubmit',
  read: (typed) =>
    from(readOptionalComment(typed), (answer) => ({ name: 'resubmit', ...(answer ? { answer } : {}) })),
};

/** A reviewer starts the review. */
export const startReview: ClaimCommand<unknown, 'startReview'> = {
  name: 'startReview',
  read: () => ({ command: { name: 'startReview' } }),
};

/** R98: another reviewer continues the review. */
export const takeOverReview: ClaimCommand<unknown, 'takeOverReview'> = {
  name: 'takeOverReview',
  leavesForms: true,
  read: () => ({ command: { name: 'takeOverReview' } }),
};

/** R80: a reviewer asks the partner for more information. */
export const requestInformation: ClaimCommand<unknown, 'requestInformation'> = {
  name: 'requestInformation',
  form: () => 'requestInformation',
  read: (typed) =>
    from(readRequest(typed), (request) => ({ name: 'requestInformation', ...request }), {
      form: 'requestInformation',
    }),
};

interface Confirmation {
  readonly confirmed?: boolean | undefined;
}

/**
 * An approval, which the reviewer must confirm (D15); with a comment, if they write one. The press says how many competing
 * claims were waiting when the reviewer was asked.
 */
export const approve: ClaimCommand<Confirmation & { readonly competing?: number | undefined }, 'approve'> = {
  name: 'approve',
  form: ({ confirmed }) => (confirmed ? 'confirmApprove' : undefined),
  read: (typed, { confirmed = false, competing }) =>
    from(
      readOptionalComment(typed),
      (comment) => ({
        name: 'approve',
        confirmed,
        ...(competing === undefined ? {} : { competing }),
        ...(comment ? { comment } : {}),
      }),
      { form: 'confirmApprove', ...(competing === undefined ? {} : { competing }) },
    ),
};

/** R82: a rejection, which the reviewer must confirm. */
export const reject: ClaimCommand<Confirmation, 'reject'> = {
  name: 'reject',
  form: () => 'reject',
  read: (typed, { confirmed }) => {
    const read = from(readRejection(typed), (rejection) => ({ name: 'reject' as const, ...rejection }), {
      form: 'reject',
    });
    return 'command' in read && !confirmed ? { showForm: { form: 'confirmReject' } } : read;
  },
};

function from<T, C>(
  form: FormReading<T>,
  commandFor: (value: T) => C,
  extras: ClaimExtras = {},
): { readonly command: C } | { readonly showForm: ClaimExtras } {
  return 'value' in form
    ? { command: commandFor(form.value) }
    : { showForm: { ...extras, errors: form.errors } };
}
