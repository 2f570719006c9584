import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * A program imports this file first and the rest with `import()`. Compiled code is then cached for the next start,
 * which takes a third less time. The cache is next to the packages, because others can write to the shared temporary
 * folder; if that place is read-only, nothing is cached. NODE_COMPILE_CACHE names another folder,
 * NODE_DISABLE_COMPILE_CACHE=1 turns it off.
 */
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
