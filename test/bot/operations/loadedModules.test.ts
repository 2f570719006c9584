import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';

describe('When the bot is loaded', () => {
  it('loads neither a language model’s client nor its tokenizer', () => {
    const script = `await import('./bot/createBot.ts');
      const { default: module } = await import('node:module');
      console.log(Object.keys(module._cache).join('\\n'));`;
    const loaded = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    assert.match(loaded, /teams-ai\/lib\/Application\.js/);
    assert.doesNotMatch(loaded, /node_modules\/(openai|gpt-tokenizer)\//);
  });

  it('does not load the Word library: it waits for the first template (R56)', () => {
    const script = `const { registerHooks } = await import('node:module');
      registerHooks({ resolve: (name, context, next) => (console.log(name), next(name, context)) });
      await import('./bot/createBot.ts');`;
    const asked = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    assert.match(asked, /^botbuilder$/m);
    assert.doesNotMatch(asked, /^docx/m);
  });

  it('does not load the bot at all when a setting is missing: the refusal comes at once', () => {
    const hooks = `import { registerHooks } from 'node:module';
      registerHooks({ resolve: (name, context, next) => (console.log(name), next(name, context)) });`;
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(hooks)}`, 'bot/main.ts'],
      { encoding: 'utf8', env: {} },
    );
    assert.equal(status, 1);
    assert.match(stdout, /^\.\/config\.ts$/m);
    assert.doesNotMatch(stdout, /startBot|^botbuilder/m);
  });
});
