import type { HelpLink } from '../help/helpLink.ts';
import type { Lanes } from './buttons.ts';
import type { Maybe, TextPart } from './parts.ts';
import { createTemplate } from './render.ts';

/** A page of prose with buttons: welcome and help. */
export interface PageData {
  readonly title: string;
  readonly intro: readonly TextPart[];
  readonly primary: Maybe<Lanes>;
  readonly sections: readonly {
    readonly heading: string;
    readonly lines: readonly TextPart[];
    /** Topics, each on a line that can be pressed. */
    readonly help: readonly HelpLink[];
  }[];
  readonly links: Maybe<{ readonly urls: readonly { readonly title: string; readonly url: string }[] }>;
  readonly buttons: Maybe<Lanes>;
}

/** Fills the template of a page. */
export const renderPage = createTemplate<PageData>('page');
