// After `npm ci`: makes sure that the Node of the packages is the one npm scripts use. npm 10 unlinks it again when it
// drops the package of the other processor, which offers a `node` of the same name. Plain JavaScript: Node 20 runs it.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const runtime = join(`node-${process.platform}-${process.arch}`, 'bin', 'node');
const bin = join('node_modules', '.bin');
if (existsSync(join('node_modules', runtime)) && !existsSync(join(bin, 'node'))) {
  mkdirSync(bin, { recursive: true });
  symlinkSync(join('..', runtime), join(bin, 'node'));
}
