import assert from 'node:assert/strict';
import { sampleReader } from '../../cards/gallery/sampleReader.ts';
import { samples } from '../../cards/gallery/samples.ts';
import { decides } from '../../cards/kit/decides.ts';
import { bytesOf, cardLimit } from '../../cards/kit/fit.ts';
import { onMissingData } from '../../cards/kit/render.ts';
import { actionSchema } from '../../cards/kit/verbs.ts';
import { actionData, type Element, elementsOf, inLanes, objections, ofType, readable } from './official.ts';

describe('Every card of the gallery', () => {
  let restore: () => void;
  before(() => {
    restore = onMissingData((path) => {
      throw new Error(`no data for ${path}`);
    });
  });
  after(() => restore());

  const all = samples(sampleReader);

  it('has a name of its own', () => {
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  });

  it('is made from data that leaves no binding empty', () => {
    for (const { id, card } of samples(sampleReader)) {
      assert.ok(!JSON.stringify(card).includes('${'), id);
    }
  });

  for (const { id, card } of all) {
    describe(id, () => {
      it('is accepted by the official library', () => {
        assert.deepEqual(objections(card.content), []);
        assert.equal(card.content.version, '1.5');
      });

      it('is small enough for every client, and has a line for the toast', () => {
        assert.ok(bytesOf(card.content) <= cardLimit);
        assert.ok(card.summary.trim().length > 0 && card.summary.length < 150);
        assert.doesNotMatch(card.summary, /\{|undefined/);
      });

      it('sends only actions that the bot understands, with the verb in their data too', () => {
        for (const data of actionData(card.content))
          assert.ok(actionSchema.safeParse(data).success, JSON.stringify(data));
        for (const action of ofType(card.content, 'Action.Execute')) {
          assert.equal(action.verb, (action.data as { verb: string }).verb);
          assert.deepEqual((action.fallback as { data: unknown }).data, action.data);
        }
      });

      it('has at most one primary button in view, the first of its lane', () => {
        const positive = ofType(card.content, 'Action.Execute').filter(({ style }) => style === 'positive');
        assert.ok(positive.length <= 1);
        const { left, right } = inLanes(card.content);
        const isButton = ({ title, style }: Element) => style !== undefined && title !== 'Remove …';
        const first = [left, right].map((lane) => lane.find(isButton)?.style);
        if (positive.length === 1) assert.ok(first.includes('positive'));
      });

      it('has what decides, sends or deletes in the right lane, and nothing else there (D15)', () => {
        const { left, right } = inLanes(card.content);
        const deciding = ({ data }: Element) => decides(actionSchema.parse(data));
        assert.deepEqual(
          right.filter((action) => !deciding(action)).map(({ title }) => title),
          [],
        );
        assert.deepEqual(
          left.filter(deciding).map(({ title }) => title),
          [],
        );
      });

      const inputs = [...elementsOf(card.content)].filter(({ type }) => String(type).startsWith('Input.'));
      if (inputs.length > 0)
        it('labels its inputs and lets Back save what is not finished', () => {
          for (const input of inputs) {
            assert.ok(input.label);
            assert.equal(input.isRequired, undefined);
            assert.equal(input.maxLength, undefined);
          }
        });

      it('wraps every text, so that nothing is cut off at 320 pixels', () => {
        const cut = ofType(card.content, 'TextBlock').filter(
          ({ wrap, text }) => !wrap && String(text).length > 26,
        );
        assert.deepEqual(cut, []);
      });

      it('says nothing undefined', () => {
        assert.doesNotMatch(readable(card.content), /undefined|NaN|\[object|Invalid Date/);
      });
    });
  }
});
