import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { crc32, inflateSync } from 'node:zlib';
import { icons } from '../../appPackage/drawIcons.ts';

const appPackage = new URL('../../appPackage/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', appPackage), 'utf8'));

// Names and limits: the schema that the manifest names, version 1.22.
const guid = /^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/;
const https = /^https:\/\//;

describe('When the app is uploaded to Teams', () => {
  it('has every required field in its form', () => {
    assert.equal(
      manifest.$schema,
      'https://developer.microsoft.com/json-schemas/teams/v1.22/MicrosoftTeams.schema.json',
    );
    assert.equal(manifest.manifestVersion, '1.22');
    assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
    assert.match(manifest.id, guid);
    assert.match(manifest.bots[0].botId, guid);
    assert.match(manifest.accentColor, /^#[0-9a-fA-F]{6}$/);
    for (const page of ['websiteUrl', 'privacyUrl', 'termsOfUseUrl'])
      assert.match(manifest.developer[page], https);
  });

  it('has no field that the schema does not know', () => {
    const known = [
      '$schema',
      'manifestVersion',
      'version',
      'id',
      'developer',
      'name',
      'description',
      'icons',
      'accentColor',
      'bots',
      'defaultInstallScope',
      'validDomains',
    ];
    assert.deepEqual(
      Object.keys(manifest).filter((field) => !known.includes(field)),
      [],
    );
    const ofBots = ['botId', 'scopes', 'supportsFiles', 'isNotificationOnly', 'commandLists'];
    assert.deepEqual(
      Object.keys(manifest.bots[0]).filter((field) => !ofBots.includes(field)),
      [],
    );
  });

  const texts: [what: string, text: string, limit: number][] = [
    ['developer', manifest.developer.name, 32],
    ['short name', manifest.name.short, 30],
    ['full name', manifest.name.full, 100],
    ['short description', manifest.description.short, 80],
    ['full description', manifest.description.full, 4000],
  ];
  for (const [what, text, limit] of texts) {
    it(`keeps the ${what} within ${limit} characters`, () => assert(text.length > 0 && text.length <= limit));
  }

  it('names the hosts of its pages without protocol or path', () => {
    for (const domain of manifest.validDomains) assert.match(domain, /^[a-z0-9.-]+$/);
    for (const page of ['websiteUrl', 'privacyUrl', 'termsOfUseUrl']) {
      assert(manifest.validDomains.includes(new URL(manifest.developer[page]).host));
    }
  });
});

describe('When somebody opens the bot in Teams', () => {
  const [bot] = manifest.bots;
  const commands = (scope: string): string[] =>
    bot.commandLists
      .filter((list: { scopes: string[] }) => list.scopes.includes(scope))
      .flatMap((list: { commands: { title: string }[] }) => list.commands.map(({ title }) => title));

  it('takes files, in a personal chat or a team (R57)', () => {
    assert.equal(bot.supportsFiles, true);
    assert.deepEqual(bot.scopes, ['personal', 'team']);
  });

  it('offers the typed words, in a channel the reviewers only', () => {
    assert.deepEqual(commands('personal'), ['new claim', 'my claims', 'review queue', 'help', 'cancel']);
    assert.deepEqual(commands('team'), ['review queue', 'help']);
  });

  it('keeps each list of words to what older clients show', () => {
    for (const list of bot.commandLists) {
      assert(list.commands.length <= 10);
      for (const { title, description } of list.commands) {
        assert(title.length <= 32 && description.length > 0 && description.length <= 128);
      }
    }
  });
});

describe('When Teams shows the icons', () => {
  const sizes = { [manifest.icons.color]: 192, [manifest.icons.outline]: 32 };
  for (const [name, size] of Object.entries(sizes)) {
    it(`finds ${name} as a PNG of ${size} × ${size}`, () => {
      const { width, height, pixels } = decode(readFileSync(new URL(name, appPackage)));
      assert.deepEqual([width, height, pixels.length], [size, size, size * size]);
    });
  }

  it('finds the outline white on nothing and the other without a hole', () => {
    const outline = decode(readFileSync(new URL(manifest.icons.outline, appPackage))).pixels;
    assert(
      outline.every(
        ([red, green, blue, alpha]) => alpha === 0 || (red === 255 && green === 255 && blue === 255),
      ),
    );
    assert(outline.some(([, , , alpha]) => alpha === 0) && outline.some(([, , , alpha]) => alpha === 255));
    const colour = decode(readFileSync(new URL(manifest.icons.color, appPackage))).pixels;
    assert(colour.every(([, , , alpha]) => alpha === 255));
  });

  it('finds them as they are drawn now', () => {
    for (const [name, draw] of Object.entries(icons)) {
      assert(decode(readFileSync(new URL(name, appPackage))).rows.equals(decode(draw()).rows), name);
    }
  });
});

/** Reads a PNG of 8-bit RGBA rows without filters, and checks every chunk's sum. */
function decode(png: Buffer): { width: number; height: number; pixels: number[][]; rows: Buffer } {
  assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    assert.equal(png.readUInt32BE(at + 8 + length), crc32(body));
    chunks.set(body.toString('latin1', 0, 4), body.subarray(4));
    at += length + 12;
  }
  assert.deepEqual([...chunks.keys()], ['IHDR', 'IDAT', 'IEND']);
  const header = chunks.get('IHDR') ?? assert.fail();
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  assert.deepEqual([...header.subarray(8)], [8, 6, 0, 0, 0]);
  const rows = inflateSync(chunks.get('IDAT') ?? assert.fail());
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const at = Math.floor(index / width) * (width * 4 + 1) + 1 + (index % width) * 4;
    return [...rows.subarray(at, at + 4)];
  });
  return { width, height, pixels, rows };
}
