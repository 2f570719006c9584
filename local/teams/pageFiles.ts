import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const folder = join(import.meta.dirname, '..', 'page');

const vendor: Readonly<Record<string, string>> = {
  'adaptivecards.js': require.resolve('adaptivecards/dist/adaptivecards.min.js'),
  'adaptivecards.css': require.resolve('adaptivecards/dist/adaptivecards.css'),
  'markdown-it.js': join(require.resolve('markdown-it'), '..', 'browser', 'markdown-it.umd.min.js'),
};

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * TypeScript without its types, with everything else in its place. Type stripping is a release candidate and prints a
 * warning on each start; that line would only worry people.
 */
export const stripTypes = (source: string): string => {
  const warn = process.emitWarning;
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!String(warning).includes('stripTypeScriptTypes')) warn.call(process, warning, ...rest);
  }) as typeof warn;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
};

export interface PageFile {
  readonly type: string;
  readonly body: string;
  readonly etag: string;
}

/** The page's own files and its two libraries; TypeScript is served without its types. Kept in memory after the first read. */
export const createPageFiles = () => {
  const cache = new Map<string, PageFile>();

  const load = async (path: string): Promise<PageFile> => {
    const source = await readFile(path, 'utf8');
    const extension = path.slice(path.lastIndexOf('.') + 1);
    const body = extension === 'ts' ? stripTypes(source) : source;
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
    return { type: types[extension] ?? 'text/plain', body, etag };
  };

  /** `name`: `page/<file>` or `vendor/<file>`. */
  return async (name: string): Promise<PageFile | undefined> => {
    const [kind, file = '', ...deeper] = name.split('/');
    const own = kind === 'page' && deeper.length === 0 && /^[\w-]+\.(html|css|ts|svg)$/.test(file);
    const path = own ? join(folder, file) : kind === 'vendor' && Object.hasOwn(vendor, file) && vendor[file];
    if (!path) return undefined;
    const cached = cache.get(path);
    if (cached) return cached;
    const loaded = await load(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (loaded) cache.set(path, loaded);
    return loaded;
  };
};
