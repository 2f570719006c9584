import type { ClaimStatus } from './claim.ts';
import type { Command } from './command.ts';

type CommandName = Command['name'];

/** The code says it all. */
type Nothing = undefined;

/** Every expected "no" by its code, with what its words need to know. */
export interface RefusalData {
  /** Nobody of that Entra tenant and object ID is in the directory. */
  readonly unknownPerson: Nothing;
  /** The person's role may not do this (R97, R98). */
  readonly notAllowed: NotAllowed;
  /** No such claim, or not one of this person's company: whose list there is to look through instead. */
  readonly notFound: { readonly side: 'partner' | 'reviewer' | 'none' };
  /** D13. */
  readonly draftDeleted: { readonly number: string; readonly at: string; readonly by: Deleter };
  /** R70. Whoever copies an approved claim's IDs (R6) issues no command. */
  readonly wrongStatus: { readonly command: CommandName | 'copyIds'; readonly status: ClaimStatus };
  /** The card pressed was older than the claim. */
  readonly changedMeanwhile: Nothing;
  readonly alreadySubmitted: Nothing;
  /** R98: a review is taken over from somebody else. */
  readonly reviewIsYours: Nothing;
  /** An edit that changes nothing. */
  readonly nothingEdited: Nothing;
  /** A draft that cannot be submitted yet; field errors say where. */
  readonly incomplete: Nothing;
  /** R37: nobody could say whose the customer's domain is. */
  readonly customerUnchecked: Nothing;
  /** R55. */
  readonly proofMissing: Nothing;
  /** D3: a resubmission needs an answer, new PoE or a change. */
  readonly answerMissing: Nothing;
  /** D6: approval waits until a rival's claim is decided. */
  readonly rivalCounts: { readonly rivals: number; readonly numbers: string };
  /** D6: another partner has been approved on a line. */
  readonly rivalHolds: { readonly numbers: string };
  /** D6: a rival is in Submitted; approving asks to confirm. */
  readonly rivalWaits: { readonly rivals: number };
  /** The time for it has passed. */
  readonly tooLate: { readonly until: string };
  /** The input has errors; they stand at their fields. */
  readonly fieldErrors: Nothing;
  /** D9. */
  readonly fileTooLarge: { readonly limitMiB: number };
  /** D9: nothing is in it. */
  readonly fileEmpty: Nothing;
  /** D9: neither name nor content is of a kind that is taken. */
  readonly fileTypeUnknown: Nothing;
  /** D9: the content is taken, the name says something else, or nothing: then `ending` is empty. */
  readonly fileNameDiffers: { readonly kind: string; readonly ending: string };
  /** D9: the name is taken, the content is something else, or unknown: then `kind` is empty. */
  readonly fileContentDiffers: { readonly kind: string; readonly ending: string };
  /** An Office file that only its password opens. */
  readonly fileProtected: Nothing;
  /** The same content is on the claim, under this name. */
  readonly fileTwice: { readonly name: string };
  /** D9. */
  readonly fileCount: { readonly limit: number };
  /** The file could not be fetched from the chat. */
  readonly fileUnreachable: Nothing;
  /** A waiting file has been added already, to this claim. */
  readonly fileAdded: { readonly file: string; readonly number: string };
  /** A waiting file has been discarded. */
  readonly fileDiscarded: { readonly file: string };
  /** A waiting file is not kept any more, or is not this person's. */
  readonly fileGone: Nothing;
  /** A lost race that was tried again in vain: press again. */
  readonly notSaved: Nothing;
}

/** What a role may not do; to see the company's claims (`list`) or the review queue is no command. */
export type NotAllowed =
  | { readonly command: CommandName | 'list' | 'queue'; readonly side?: never }
  /** Partners alone file. */
  | { readonly command: 'submit'; readonly side: 'reviewer' | 'system' }
  /** R98: others of the company may, by name; none where the directory knows nobody. */
  | { readonly command: 'submit'; readonly side: 'partner'; readonly ask: readonly string[] };

/** Who deleted a draft, as its reader knows them; `system`: after ninety days without a change. */
export type Deleter =
  | { readonly kind: 'own' }
  | { readonly kind: 'colleague'; readonly name: string }
  | { readonly kind: 'system' };

/** All the reasons there are. */
export type RefusalCode = keyof RefusalData;

type RefusalBy = {
  readonly [C in RefusalCode]: RefusalData[C] extends Nothing
    ? { readonly code: C }
    : { readonly code: C; readonly data: RefusalData[C] };
};

/** An expected "no": a code with the data that its words need. The words are made in `cards/text` only. */
export type Refusal = RefusalBy[RefusalCode];

/** The result of something that may be refused. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

/** The answer "no". */
export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

/** Wraps a value that was granted. */
export const granted = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** Data where the code has some, and none where it has none. */
type Said = {
  readonly [C in RefusalCode]: RefusalData[C] extends Nothing ? [code: C] : [code: C, data: RefusalData[C]];
}[RefusalCode];

/** Says no, with a code and the data that belongs to it. */
export function refused(...said: Said): Refused;
export function refused(code: RefusalCode, data?: RefusalData[RefusalCode]) {
  return { ok: false, refusal: data ? { code, data } : { code } };
}
