import type { TurnContext } from 'botbuilder';
import type { Card, Notice, Reader } from '../cards/kit/card.ts';
import type { PressedCard } from '../cards/kit/pressedCard.ts';
import type { Action } from '../cards/kit/verbs.ts';
import { messageText } from '../cards/text/messages.ts';
import { refusalText } from '../cards/text/refusal.ts';
import type { Claims } from '../services/claims/claims.ts';
import type { SentFile } from '../services/claims/proof/fetchUpload.ts';
import type { ProofTemplates } from '../services/claims/proof/proofTemplates.ts';
import type { Uploads } from '../services/claims/proof/uploads.ts';
import type { PersonActor } from '../services/domain/actor.ts';
import type { Answers } from '../services/domain/answers.ts';
import type { Draft } from '../services/domain/claim.ts';
import type { Typed } from '../services/domain/form/readForms.ts';
import type { Refusal } from '../services/domain/refusal.ts';
import { ownerOf } from '../services/domain/rules/draftOwner.ts';
import type { FileStore } from '../services/storage/files/fileStore.ts';
import type { ReportRefusal } from './refusedAccess.ts';

/** What arrived: a button pressed, words typed, or files attached. */
export type Input =
  | {
      readonly kind: 'press';
      readonly action: Action;
      readonly typed: Typed;
      /** The pressed card, for a press that is answered elsewhere. */
      readonly card?: PressedCard;
    }
  | { readonly kind: 'text'; readonly text: string }
  /** `words`: what was written with them. */
  | { readonly kind: 'files'; readonly files: readonly SentFile[]; readonly words: string };

/**
 * What a handler returns, to be sent as a reply. A card replaces the pressed card; after a typed message or a file it
 * goes below. An offered file always goes below. `stub` then replaces the claim's older card.
 */
export type Reply =
  | {
      readonly kind: 'card';
      readonly card: Card;
      /** The claim whose newest card this is, and its version. */
      readonly number?: string;
      readonly version?: number;
      readonly stub?: Card;
      /** For the presser only: nobody else's copy of the card changes. */
      readonly onlyForPresser?: boolean;
      /** A form that was asked for: it stays, whatever happens to the claim, until it is answered. */
      readonly isForm?: boolean;
      /** The status has not changed: in a channel, a form that somebody else is filling in on this card stays. */
      readonly leavesForms?: true;
      /** Goes below even after a press, because something is typed on the pressed card. */
      readonly below?: boolean;
      /** The pressed card itself, as the answer to a press that is answered elsewhere: nothing is sent or kept. */
      readonly again?: boolean;
      /** This card contains what was typed on the pressed card, so it can replace that card. */
      readonly keepsTyped?: boolean;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Goes to the chat even after a press, where a text answer would be visible for a moment only. */
      readonly below?: boolean;
    }
  | { readonly kind: 'fileOffer'; readonly offer: FileOffer }
  | { readonly kind: 'savedFile'; readonly file: SavedFile; readonly text: string };

/** A file that is made and saved to the reader's OneDrive once they allow it. */
export interface FileOffer {
  readonly name: string;
  readonly description: string;
  /** An estimate for the reader: the file is made anew when it is saved. */
  readonly sizeInBytes: number;
  /** Comes back with the person's response, whichever it is. */
  readonly reference: string;
}

/** A file in the reader's OneDrive, as Teams calls it. */
export interface SavedFile {
  readonly name: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/** Where an input comes from. Claims are spoken of in the first two only (R53, D16). */
export type ChatKind = 'ownChat' | 'reviewersChannel' | 'otherChannel' | 'groupChat';

/** One input to handle: who acts, what arrived, the services. All that a handler needs, and nothing of the SDK. */
export interface Interaction {
  readonly actor: PersonActor;
  /** Claims whose alerts did not reach the person; none outside their own chat. */
  readonly missed: readonly string[];
  readonly reader: Reader;
  readonly input: Input;
  readonly chatKind: ChatKind;
  /** A person's own chat, as opposed to a channel. */
  readonly personal: boolean;
  /** A repeated press or message has the same ID, so it has one effect. */
  readonly commandId: string;
  readonly claims: Claims;
  readonly files: FileStore;
  readonly uploads: Uploads;
  readonly templates: ProofTemplates;
  /** When a link to a proof file that is made now expires: ISO instant. */
  readonly linkExpiresAt: () => string;
  /** For what is refused here; the services' refusals are reported on their way. */
  readonly reportRefusal: ReportRefusal;
  readonly replies: Reply[];
}

/** A notice of something that went wrong. */
export const attention = (text: string): Notice => ({ tone: 'attention', text });

/** Why something was not done. An outdated card is nobody's mistake, so its notice has a calm tone. */
export function noticeOf(refusal: Refusal, reader: Reader): Notice {
  const calm = refusal.code === 'changedMeanwhile' || refusal.code === 'alreadySubmitted';
  return { tone: calm ? 'warning' : 'attention', text: refusalText(refusal, reader) };
}

/** The contents of the inputs of the pressed card. */
export const typedIn = ({ input }: Interaction): Typed => (input.kind === 'press' ? input.typed : {});

/** Whether any input contains text. */
export const holdsText = (typed: Typed | Answers): boolean =>
  Object.values(typed).some((value) => (value ?? '').trim() !== '');

/** The same for a draft; it names the person who has taken the draft over since the card was made (D13). */
export function draftNotice(
  { actor, reader }: Interaction,
  draft: Draft,
  { refusal, typed = {} }: { readonly refusal: Refusal; readonly typed?: Answers },
): Notice {
  const { id, name } = ownerOf(draft);
  if (refusal.code !== 'changedMeanwhile' || id === actor.personId) return noticeOf(refusal, reader);
  const key = holdsText(typed) ? 'draftTakenOver' : 'draftTakenOverView';
  return { tone: 'warning', text: messageText(key, { name }, reader) };
}

const interactionKey = Symbol('interaction');

/** Makes the input available to the dialogs of this activity. */
export function setInteraction(context: TurnContext, interaction: Interaction): void {
  context.turnState.set(interactionKey, interaction);
}

/** The input of this activity. */
export function interactionOf(context: TurnContext): Interaction {
  const interaction = context.turnState.get<Interaction>(interactionKey);
  if (!interaction) throw new Error('No interaction was set for this activity');
  return interaction;
}
