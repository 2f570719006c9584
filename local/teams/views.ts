/** What the page is told: the JSON between the stand-in and its page. Types only, so that the browser can share it. */

import type { ScheduledEvent } from '../../services/claims/background/dueReader.ts';

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly name?: string;
  /** Where a file is, on its info card. */
  readonly contentUrl?: string;
}

export interface FileView {
  readonly uploadId: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Who wrote it: the bot, a person (`person:<id>`), or Teams itself (`teams`: a line about what went wrong). */
export type Sender = 'bot' | 'teams' | `person:${string}`;

export interface MessageContent {
  readonly text?: string;
  readonly textFormat?: string;
  readonly summary?: string;
  readonly attachments: readonly Attachment[];
  readonly files: readonly FileView[];
  /** The bot spoke without being asked: the page shows a toast. */
  readonly alert: boolean;
  readonly edited?: boolean;
}

export interface MessageView extends MessageContent {
  readonly id: string;
  /** Order of arrival over all chats. */
  readonly seq: number;
  /** Grows with each change; the larger one is the newer one. */
  readonly revision: number;
  /** The personal chat's or channel's id. */
  readonly chat: string;
  /** In a channel: the message that opened the thread; absent on that message itself. */
  readonly root?: string;
  readonly from: Sender;
  /** ISO instant. */
  readonly at: string;
  /** Cards that only one person sees instead, by person id. */
  readonly replacements: Readonly<Record<string, readonly Attachment[]>>;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly userId: string;
  readonly chat: string;
  readonly channels: readonly string[];
  readonly blocked: boolean;
}

export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly teamName: string;
}

/** Another page shown as a column of its own, e.g. the customer's mailbox. Same origin. */
export interface PanelView {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly url: string;
}

/** The program's time, as far as it is ahead of the real one, and the zone it is shown in. */
export interface ClockView {
  readonly aheadMs: number;
  /** IANA name: the review centre's. */
  readonly timeZone: string;
}

/** How far the program's time is moved: to 09:00 of the next business day, by seven days at the same time of day, to what happens next by itself. */
export type Jump = 'businessDay' | 'week' | 'deadline';

/** What a jump to a deadline reached; `nothing`: nothing will ever be due, so the time has not moved. */
export type Reached = ScheduledEvent | { readonly what: 'nothing' };

/** What a jump led to, once all that was due then has been done. */
export interface Jumped {
  readonly clock: ClockView;
  readonly reached?: Reached;
  /** How many more things happen at that instant; absent: none. */
  readonly more?: number;
}

export interface State {
  readonly bot: { readonly name: string };
  readonly people: readonly PersonView[];
  readonly channels: readonly ChannelView[];
  readonly panels: readonly PanelView[];
  /** Absent where time cannot be moved. */
  readonly clock?: ClockView;
  readonly messages: readonly MessageView[];
  /** IDs of the chats whose older messages are left out. */
  readonly shortened: readonly string[];
}

/** One live update. `hello` opens each connection: fetch the state then. */
export type LiveEvent =
  | { readonly kind: 'hello' }
  | { readonly kind: 'message'; readonly message: MessageView }
  | { readonly kind: 'deleted'; readonly id: string }
  | { readonly kind: 'clock'; readonly clock: ClockView }
  | { readonly kind: 'typing'; readonly chat: string; readonly root?: string }
  | { readonly kind: 'blocked'; readonly person: string; readonly blocked: boolean };

/** A card's button as the page hands it over; `data` without or with the inputs merged in. */
export interface CardAction {
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly id?: string;
  readonly title?: string;
  readonly verb?: string;
  readonly data?: unknown;
}

/** What a press led to. `failed`: the bot did not answer as it should; nothing changed. */
export type PressOutcome =
  | { readonly outcome: 'card'; readonly message: MessageView }
  | { readonly outcome: 'message'; readonly text: string }
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'failed'; readonly status: number };
