import type { ClaimStatus } from './claim.ts';
import type { Command } from './command.ts';

type CommandName = Command['name'];

/** The code needs no data. */
type Nothing = undefined;

/** Every expected "no" by its code, with the data that its text needs. */
export interface RefusalData {
  /** Nobody with that Entra tenant ID and object ID is in the directory. */
  readonly unknownPerson: Nothing;
  /** The person's role may not do this (R97, R98). */
  readonly notAllowed: NotAllowed;
  /** There is no such claim, or it belongs to another company. `side` says whose list can be opened instead. */
  readonly notFound: { readonly side: 'partner' | 'reviewer' | 'none' };
  /** D13. */
  readonly draftDeleted: { readonly number: string; readonly at: string; readonly by: Deleter };
  /** R70. Copying an approved claim's IDs (R6) is not a command, so it has its own name here. */
  readonly wrongStatus: { readonly command: CommandName | 'copyIds'; readonly status: ClaimStatus };
  /** The card pressed was older than the claim. */
  readonly changedMeanwhile: Nothing;
  readonly alreadySubmitted: Nothing;
  /** R98: a reviewer cannot take over a review that is already theirs. */
  readonly reviewIsYours: Nothing;
  /** An edit that changes nothing. */
  readonly nothingEdited: Nothing;
  /** A draft that cannot be submitted yet; field errors say where. */
  readonly incomplete: Nothing;
  /** R37: it could not be checked which tenant the customer's domain belongs to. */
  readonly customerUnchecked: Nothing;
  /** R55. */
  readonly proofMissing: Nothing;
  /** D3: a resubmission needs an answer, new PoE or a change. */
  readonly answerMissing: Nothing;
  /** D6: approval waits until a competing claim is decided. */
  readonly competingBlocks: { readonly competing: number; readonly numbers: string };
  /** D6: another partner has been approved on a line. */
  readonly competingHolds: { readonly numbers: string };
  /** D15: the reviewer has to confirm the approval. D6: with how many competing claims in Submitted. */
  readonly approvalUnconfirmed: { readonly competing: number };
  /** The time for it has passed. */
  readonly tooLate: { readonly until: string };
  /** The input has errors; they are shown at their fields. */
  readonly fieldErrors: Nothing;
  /** D9. */
  readonly fileTooLarge: { readonly limitMiB: number };
  /** D9: nothing is in it. */
  readonly fileEmpty: Nothing;
  /** D9: neither the name nor the content is of an accepted kind. */
  readonly fileTypeUnknown: Nothing;
  /** D9: the content is accepted, but the name says something else. `ending` is empty where the name says nothing. */
  readonly fileNameDiffers: { readonly kind: string; readonly ending: string };
  /** D9: the name is accepted, but the content is something else. `kind` is empty where the content is unknown. */
  readonly fileContentDiffers: { readonly kind: string; readonly ending: string };
  /** An Office file that is protected by a password. */
  readonly fileProtected: Nothing;
  /** The claim already has a file with the same content, under this name. */
  readonly fileTwice: { readonly name: string };
  /** D9. */
  readonly fileCount: { readonly limit: number };
  /** The file could not be fetched from the chat. */
  readonly fileUnreachable: Nothing;
  /** A waiting file has been added already, to this claim. */
  readonly fileAdded: { readonly file: string; readonly number: string };
  /** A waiting file has been discarded. */
  readonly fileDiscarded: { readonly file: string };
  /** A waiting file is no longer stored, or belongs to somebody else. */
  readonly fileGone: Nothing;
  /** D22: how many open drafts this person, or their company, may have. */
  readonly tooManyDrafts: { readonly most: number; readonly of: 'person' | 'company' };
  /** D22: how many files of this person, or their company, may wait for a claim. */
  readonly tooManyWaitingFiles: { readonly most: number; readonly of: 'person' | 'company' };
  /** Other changes were saved first at each attempt; the person can press again. */
  readonly notSaved: Nothing;
}

/** What a role may not do; seeing the company's claims (`list`) or the review queue is not a command. */
export type NotAllowed =
  | { readonly command: CommandName | 'list' | 'queue'; readonly side?: never }
  /** Only partners file claims. */
  | { readonly command: 'submit'; readonly side: 'reviewer' | 'system' }
  /** R98: the colleagues who may submit, by name; empty where the directory has none. */
  | { readonly command: 'submit'; readonly side: 'partner'; readonly ask: readonly string[] };

/** Who deleted a draft, from the reader's point of view; `system`: after ninety days without a change. */
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

/** An expected "no": a code with the data that its text needs. The text is made in `cards/text` only. */
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

/** A refusal's arguments: its code, and data only where the code has some. */
type Said = {
  readonly [C in RefusalCode]: RefusalData[C] extends Nothing ? [code: C] : [code: C, data: RefusalData[C]];
}[RefusalCode];

/** Makes a refusal from a code and the data that belongs to it. */
export function refused(...said: Said): Refused;
export function refused(code: RefusalCode, data?: RefusalData[RefusalCode]) {
  return { ok: false, refusal: data ? { code, data } : { code } };
}
