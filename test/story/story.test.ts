import { onEachEngine } from '../support/engines.ts';
import { answering } from './answering.ts';
import { deciding } from './deciding.ts';
import { filing } from './filing.ts';
import { proving } from './proving.ts';
import { reviewing } from './reviewing.ts';
import { oneStory, stageForSuite } from './stage.ts';
import type { Story } from './storyOfAClaim.ts';

onEachEngine('The story of one claim, from a partner’s first word to the decision (R1)', function (engine) {
  this.timeout(90_000);
  oneStory();
  const stage = stageForSuite(engine);
  const story: Story = {};

  filing(stage, story);
  proving(stage, story);
  reviewing(stage, story);
  answering(stage, story);
  deciding(stage, story);
});
