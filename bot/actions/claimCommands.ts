import type { Command } from '../../services/domain/command.ts';
import {
  type Form,
  readAnswer,
  readComment,
  readRejection,
  readRequest,
  type Typed,
} from '../../services/domain/form/readForms.ts';
import type { ClaimExtras } from '../replies/claimReply.ts';

type Name = Command['name'];
type Named<N extends Name> = Extract<Command, { name: N }>;

/** A press read: the command, or the form to show again with its errors. */
export type ReadCommand<N extends Name> = { readonly command: Named<N> } | { readonly showForm: ClaimExtras };

/** A button that is one command on a submitted claim: its command, and how that is read from what was pressed and typed. */
export interface ClaimCommand<A, N extends Name> {
  readonly name: N;
  readonly read: (typed: Typed, action: A) => ReadCommand<N>;
  /** Stays open over what was typed when the command is refused. */
  readonly form?: 'requestInformation' | 'reject';
  /** R98: moves nothing, so a colleague's form is still good. */
  readonly leavesForms?: true;
}

/** `dated`: what the form said of a date to answer by (D7). */
export const comment: ClaimCommand<{ readonly dated?: boolean | undefined }, 'comment'> = {
  name: 'comment',
  read: (typed, { dated }) =>
    from(readComment(typed), (text) => ({
      name: 'comment',
      text,
      ...(dated === undefined ? {} : { dated }),
    })),
};

/** The partner's answer. */
export const resubmit: ClaimCommand<unknown, 'resubmit'> = {
  name: 'resubmit',
  read: (typed) => from(readAnswer(typed), (answer) => ({ name: 'resubmit', ...(answer ? { answer } : {}) })),
};

/** The reviewer begins. */
export const startReview: ClaimCommand<unknown, 'startReview'> = {
  name: 'startReview',
  read: () => ({ command: { name: 'startReview' } }),
};

/** R98: another reviewer goes on. */
export const takeOverReview: ClaimCommand<unknown, 'takeOverReview'> = {
  name: 'takeOverReview',
  leavesForms: true,
  read: () => ({ command: { name: 'takeOverReview' } }),
};

/** R80. */
export const requestInformation: ClaimCommand<unknown, 'requestInformation'> = {
  name: 'requestInformation',
  form: 'requestInformation',
  read: (typed) =>
    from(readRequest(typed), (request) => ({ name: 'requestInformation', ...request }), {
      form: 'requestInformation',
    }),
};

interface Confirmation {
  readonly confirmed?: boolean | undefined;
}

/** `rivals`: how many were waiting when the reviewer was asked to confirm. */
export const approve: ClaimCommand<Confirmation & { readonly rivals?: number | undefined }, 'approve'> = {
  name: 'approve',
  read: (_typed, { confirmed, rivals }) => ({
    command: { name: 'approve', confirmed: confirmed === true, ...(rivals === undefined ? {} : { rivals }) },
  }),
};

/** R82: confirmed before it is done. */
export const reject: ClaimCommand<Confirmation, 'reject'> = {
  name: 'reject',
  form: 'reject',
  read: (typed, { confirmed }) => {
    const read = from(readRejection(typed), (rejection) => ({ name: 'reject' as const, ...rejection }), {
      form: 'reject',
    });
    return 'command' in read && !confirmed ? { showForm: { form: 'confirmReject' } } : read;
  },
};

function from<T, C>(
  form: Form<T>,
  commandFor: (value: T) => C,
  extras: ClaimExtras = {},
): { readonly command: C } | { readonly showForm: ClaimExtras } {
  return 'value' in form
    ? { command: commandFor(form.value) }
    : { showForm: { ...extras, errors: form.errors } };
}
