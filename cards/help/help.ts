import { button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { links } from '../kit/links.ts';
import { type PageData, renderPage } from '../kit/page.ts';
import { texts } from '../kit/parts.ts';
import { type Words, wordsFor } from '../text/words.ts';
import { type HelpAudience, helpFor } from './helpAudience.ts';
import { helpLink } from './helpLink.ts';
import { type HelpTopic, topicGroups } from './helpTopics.ts';

/** What can be typed, and the topics that help explains. */
export function helpCard({ audience }: { readonly audience: HelpAudience }, reader: Reader): Card {
  const t = wordsFor(reader);
  const { files, list, reviewing } = helpFor[audience];
  const content = renderPage({
    title: t('help.title'),
    intro: texts(t('help.ask')),
    primary: [],
    sections: [typing(audience, t), ...(reviewing ? [reviewSection(t)] : []), ...topics(audience, reader)],
    links: [
      {
        urls: [
          { title: t('link.programmeGuide'), url: links.programmeGuide },
          { title: t('link.support'), url: links.support },
        ],
      },
    ],
    buttons: lanes([
      files && button(t('action.newClaim'), { verb: 'claim.new' }),
      button(t(list.title), { verb: list.verb }),
    ]),
  });
  return { content, summary: t('help.summary') };
}

/** What may be meant by a question that several topics could answer. */
export function helpChoiceCard(near: readonly HelpTopic[], reader: Reader): Card {
  const t = wordsFor(reader);
  const content = renderPage({
    title: t('help.choiceTitle'),
    intro: [],
    primary: [],
    sections: [{ heading: t('help.choice'), lines: [], help: near.map((topic) => helpLink(topic, reader)) }],
    links: [],
    buttons: lanes([button(t('help.otherTopics'), { verb: 'help.open' })]),
  });
  return { content, summary: t('help.choiceTitle') };
}

type Section = PageData['sections'][number];

const bullets = (...lines: readonly string[]) => texts(lines.map((line) => `- ${line}`).join('\n'));

function typing(audience: HelpAudience, t: Words): Section {
  const lines = helpFor[audience].typed.map((key) => t(key));
  return { heading: t('help.typeTitle'), lines: bullets(...lines), help: [] };
}

const reviewSection = (t: Words): Section => ({
  heading: t('help.reviewTitle'),
  lines: bullets(t('help.reviewStart'), t('help.reviewAsk'), t('help.reviewDecide')),
  help: [],
});

function topics(audience: HelpAudience, reader: Reader): Section[] {
  const t = wordsFor(reader);
  return (['before', 'asked', 'after'] as const).map((group) => ({
    heading: t(`help.${group}Title`),
    lines: texts(helpFor[audience].asPartnersRead && group === 'before' && t('help.asPartnersRead')),
    help: topicGroups[group].map((topic) => helpLink(topic, reader)),
  }));
}
