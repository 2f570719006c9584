import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { galleryPage } from './galleryPage.ts';

/** `npm run cards`: writes the gallery and says where it is. */
const target = new URL('../../artifacts/cards.html', import.meta.url);
mkdirSync(new URL('.', target), { recursive: true });
writeFileSync(target, galleryPage());
console.log(fileURLToPath(target));
