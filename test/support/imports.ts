import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** One import of a file, as it is written. */
export interface Import {
  readonly module: string;
  /** `import type`: gone when the program runs. */
  readonly typeOnly: boolean;
}

/** A source file: its path from the root, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file of a top folder. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(root, file).replaceAll(sep, '/'),
      text: readFileSync(file, 'utf8'),
    }));
}

const quoted = `['"\`]([^'"\`\\n]+)['"\`]`;
const fromClause = new RegExp(
  `^[ \\t]*(?:import|export)\\s+(type\\s+)?[\\w$*{][^;'"\`]*?\\bfrom\\s*${quoted}`,
  'gm',
);
const sideEffect = new RegExp(`^[ \\t]*import\\s*${quoted}`, 'gm');
const call = new RegExp(
  `\\b(?:import|require|require\\.resolve|import\\.meta\\.resolve)\\(\\s*${quoted}`,
  'g',
);

/** What a file imports: statements, dynamic imports and `require`. Imports inside comments count too; write none. */
export function importsOf(text: string): Import[] {
  return [
    ...[...text.matchAll(fromClause)].map(([, type, module]) => ({
      module: module ?? '',
      typeOnly: type !== undefined,
    })),
    ...[...text.matchAll(sideEffect), ...text.matchAll(call)].map(([, module]) => ({
      module: module ?? '',
      typeOnly: false,
    })),
  ];
}

/** The file an import of ours names, as a path from the root; undefined for a package. */
export function targetOf(path: string, module: string): string | undefined {
  return module.startsWith('.') ? posix.normalize(posix.join(dirname(path), module)) : undefined;
}

/** A file and everything of ours that it needs when it runs, whether directly or through others. */
export function reachedFrom(path: string, read: (path: string) => string = readSource): string[] {
  const reached = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { module, typeOnly } of importsOf(read(file))) {
      const target = targetOf(file, module);
      if (target?.endsWith('.ts') && !typeOnly) visit(target);
    }
  };
  visit(path);
  return [...reached];
}

/** The text of a source file, by its path from the root. */
export const readSource = (path: string): string => readFileSync(join(root, path), 'utf8');
