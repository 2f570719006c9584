import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * A program imports this first and the rest with `import()`: compiled code is kept for the next start, which takes a third
 * less time. It is kept with the packages, because others may write to the shared temporary folder; where that is
 * read-only nothing is kept. NODE_COMPILE_CACHE names another folder, NODE_DISABLE_COMPILE_CACHE=1 turns it off.
 */
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
