import { equal, match } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { temporaryDirectory } from '../../support/temporaryDirectory.ts';

const root = join(import.meta.dirname, '../../..');

/** Where a program keeps compiled code, in its own words. */
function placeWith(environment: Readonly<Record<string, string>>): string {
  const script = `await import('./bot/compileCache.ts');
    const { getCompileCacheDir } = await import('node:module');
    console.log(getCompileCacheDir() ?? 'nowhere');`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  }).trim();
}

describe('When a program is started', () => {
  it('keeps compiled code in the folder of the packages, where nobody else writes', () => {
    match(relative(root, placeWith({})), /^node_modules\/\.cache\/compiled\//);
  });

  it('keeps it where NODE_COMPILE_CACHE says, and nowhere when it is turned off', () => {
    const folder = temporaryDirectory();
    try {
      equal(placeWith({ NODE_COMPILE_CACHE: folder.path }).startsWith(folder.path), true);
      equal(placeWith({ NODE_DISABLE_COMPILE_CACHE: '1' }), 'nowhere');
    } finally {
      folder.remove();
    }
  });
});
