import { claimStatuses } from '../../services/domain/claim.ts';
import { proofFormats, proofPoints } from '../filing/proofPoints.ts';
import { button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { links } from '../kit/links.ts';
import { renderPage } from '../kit/page.ts';
import { texts } from '../kit/parts.ts';
import { zoneName } from '../text/dates.ts';
import { wordsFor } from '../text/words.ts';
import { type HelpAudience, helpFor } from './helpAudience.ts';
import { helpLink } from './helpLink.ts';
import { type HelpTopic, topicPlaces } from './helpTopics.ts';

/** At most this many other topics are listed with the open one. */
const mostNear = 3;

/** One help topic; `near` are others that the question may have meant, listed before the topic's usual neighbours. */
export function helpTopicCard(
  view: { readonly topic: HelpTopic; readonly audience: HelpAudience; readonly near?: readonly HelpTopic[] },
  reader: Reader,
): Card {
  const t = wordsFor(reader);
  const { topic, audience, near = [] } = view;
  const { asPartnersRead, list } = helpFor[audience];
  const places = topicPlaces[topic];
  const others = [...new Set([...near, ...places.near])].filter((other) => other !== topic);
  const urls = places.links.map((link) => ({ title: t(`link.${link}`), url: links[link] }));
  const title = t(`topic.${topic}.title`);
  const content = renderPage({
    title,
    intro: texts(asPartnersRead && t('help.asPartnersRead'), ...topicText(topic, reader).split('\n\n')),
    primary: [],
    sections: [
      {
        heading: t('help.nearTitle'),
        lines: [],
        help: others.slice(0, mostNear).map((other) => helpLink(other, reader)),
      },
    ],
    links: urls.length > 0 ? [{ urls }] : [],
    buttons: lanes([
      button(t('help.otherTopics'), { verb: 'help.open' }),
      button(t(list.title), { verb: list.verb }),
    ]),
  });
  return { content, summary: title };
}

function topicText(topic: HelpTopic, reader: Reader): string {
  const t = wordsFor(reader);
  if (topic === 'proof')
    return t('topic.proof.text', { points: proofPoints(reader), formats: proofFormats(reader) });
  if (topic === 'deadlines') return t('topic.deadlines.text', { zone: zoneName(reader) });
  if (topic === 'statuses') {
    const points = claimStatuses.map((status) => `- ${t(`help.status${status}`)}`).join('\n');
    return t('topic.statuses.text', { points });
  }
  return t(`topic.${topic}.text`);
}
