/** `C-7F3K-9Q2M`, `C 7F3K 9Q2M`, `7F3K-9Q2M`, or all in one. */
const shapes = [
  /(?<![\w-])C[-\s]([0-9A-Z]{4})[-\s]?([0-9A-Z]{4})(?!\w)/i,
  /(?<![\w-])C?([0-9A-Z]{4})-([0-9A-Z]{4})(?!\w)/i,
  /(?<![\w-])C([0-9A-Z]{4})([0-9A-Z]{4})(?!\w)/i,
];

/** Every dash and the minus sign: what a phone or a word processor makes of a hyphen. */
const dashes = /[\p{Pd}\u2212]/gu;

/** All claim numbers in a text, each once. */
export function readClaimNumbers(text: string): readonly string[] {
  const numbers = text.split(/[\s,;()]+/).flatMap((word) => readClaimNumber(word) ?? []);
  const only = readClaimNumber(text);
  return [...new Set(numbers.length > 0 || !only ? numbers : [only])];
}

/** The claim number in a typed text, forgiving case, the kind of dash, and the letters that look like digits; or undefined. */
export function readClaimNumber(text: string): string | undefined {
  const plain = text.replaceAll(dashes, '-');
  const found = shapes.map((shape) => shape.exec(plain)).filter((one) => one !== null);
  // Ordinary words have neither a hyphen nor a digit.
  const match = found.find(([whole]) => /[-\d]/.test(whole));
  if (!match) return undefined;
  const clean = (part: string | undefined) =>
    (part ?? '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const number = `C-${clean(match[1])}-${clean(match[2])}`;
  return number.includes('U') ? undefined : number;
}
