import type { ClaimView } from '../../services/claims/views.ts';
import type { AnnouncedEventOf } from '../../services/domain/audience.ts';
import type { CommandName } from '../../services/domain/command.ts';
import type { FieldErrors } from '../../services/domain/form/fieldError.ts';
import type { Notice, Reader } from '../kit/card.ts';
import type { Amounts } from '../kit/fit.ts';
import type { OpenedForm } from '../kit/verbs.ts';

/** What has just happened; the card opens with it. */
export type ClaimEvent = 'submitted' | AnnouncedEventOf<'claim'>;

/** A form that the card has turned into. */
export type ClaimForm = OpenedForm | 'confirmReject' | 'confirmApprove';

/** A link to one file, only for the person who pressed. */
export interface ProofLink {
  readonly name: string;
  readonly url: string;
  readonly minutes: number;
}

/** A claim, as one reader sees it at one moment. */
export interface ClaimCardView extends ClaimView {
  readonly event?: ClaimEvent;
  /** When it happened (ISO), where the card tells of it later: other comments may have followed. */
  readonly eventAt?: string;
  readonly form?: ClaimForm;
  /** `confirmApprove`: how many competing claims wait. */
  readonly competing?: number;
  /** `confirmApprove`: the IDs of the files that this reader has opened (D15). */
  readonly opened?: readonly string[];
  /** What stands in the inputs of a form: `comment`, `reasons`, `reason`. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: FieldErrors;
  readonly notice?: Notice;
  readonly proofLinks?: readonly ProofLink[];
  /** The draft that was copied from this claim and deleted: a press that begins another must differ from the first. */
  readonly copyAfter?: string;
  /** A reply in the claim's thread: the news and a link to the claim; the buttons are on the thread's first card. */
  readonly brief?: boolean;
  /** The details start closed, for reviewers too; used where many claims are shown one below the other. */
  readonly collapsed?: boolean;
}

/** What every part of the card is made from. */
export interface CardInput {
  /** What the reader is asked to write, found out once for all parts of the card. */
  readonly asksFor?: 'answer' | 'comment' | undefined;
  readonly view: ClaimCardView;
  readonly amounts: Amounts;
  readonly reader: Reader;
}

/** Whether this reader may issue the command now. */
export const may = ({ view }: CardInput, command: CommandName): boolean => view.may.includes(command);

/** The claim as an action's data names it. */
export const target = ({ view: { claim } }: CardInput) => ({ number: claim.number, version: claim.version });
