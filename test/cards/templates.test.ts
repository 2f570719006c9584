import assert from 'node:assert/strict';
import fs, { globSync, readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import sinon from 'sinon';
import { sampleReader } from '../../cards/gallery/sampleReader.ts';
import { samples } from '../../cards/gallery/samples.ts';
import { createTemplate, onMissingData, readTemplate } from '../../cards/kit/render.ts';
import { elementsOf } from './official.ts';

const files = globSync('cards/kit/templates/**/*.json');
const wordProperties = ['text', 'title', 'label', 'placeholder', 'altText', 'value', 'url', 'errorMessage'];

describe('Templates', () => {
  it('are there', () => assert.ok(files.length >= 10));

  for (const file of files) {
    const template: unknown = JSON.parse(readFileSync(file, 'utf8'));

    it(`${file} holds layout only: every word comes through a binding`, () => {
      for (const element of elementsOf(template)) {
        for (const property of wordProperties) {
          const value = element[property];
          if (typeof value === 'string') assert.match(value, /^\$\{[\w.]+\}$/, `${property}: ${value}`);
        }
      }
    });

    it(`${file} binds plain paths: no logic in templates`, () => {
      for (const [, binding] of JSON.stringify(template).matchAll(/\$\{([^}]*)\}/g)) {
        assert.match(binding ?? '', /^[a-zA-Z]+(\.[a-zA-Z]+)?$/);
      }
    });
  }

  it('are composed of fragments when they are read', () => {
    assert.ok(!JSON.stringify(readTemplate('claim')).includes('$include'));
  });

  it('never show a reader a binding, even if data were missing; tests refuse that', () => {
    const render = createTemplate<object>('continued');
    assert.doesNotMatch(JSON.stringify(render({})), /\$\{/);
    const restore = onMissingData((path) => {
      throw new Error(`no data for ${path}`);
    });
    assert.throws(() => render({}), /no data for/);
    restore();
  });

  it('are read and built once, when the module is loaded', () => {
    const reading = sinon.spy(fs, 'readFileSync');
    syncBuiltinESMExports();
    samples(sampleReader);
    reading.restore();
    syncBuiltinESMExports();
    assert.equal(reading.callCount, 0);
  });
});
