import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue, each 0 to 255, and how opaque it is, 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const samples = 4;

/** Draws a square PNG; `colourAt` is asked for 16 points of each pixel, so that edges are smooth. */
export function drawPng(size: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const stride = size * 4 + 1;
  const rows = Buffer.alloc(stride * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) rows.set(pixel(x, y, colourAt), y * stride + 1 + x * 4);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function pixel(x: number, y: number, colourAt: (x: number, y: number) => Colour): number[] {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (let sample = 0; sample < samples ** 2; sample += 1) {
    const dx = ((sample % samples) + 0.5) / samples;
    const dy = (Math.floor(sample / samples) + 0.5) / samples;
    const [r, g, b, a] = colourAt(x + dx, y + dy);
    red += r * a;
    green += g * a;
    blue += b * a;
    alpha += a;
  }
  const mean = (sum: number) => (alpha === 0 ? 0 : Math.round(sum / alpha));
  return [mean(red), mean(green), mean(blue), Math.round((alpha / samples ** 2) * 255)];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
