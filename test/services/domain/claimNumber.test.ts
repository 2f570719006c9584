import assert from 'node:assert/strict';
import { newClaimNumber } from '../../../services/claims/newClaimNumber.ts';
import { readClaimNumber } from '../../../services/domain/claimNumber.ts';

describe('When a claim gets its number', () => {
  it('is short, can be read out on the phone, and is read back as itself', () => {
    const numbers = Array.from({ length: 500 }, newClaimNumber);
    for (const number of numbers) {
      assert.match(number, /^C-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      assert.equal(readClaimNumber(number), number);
    }
    // 40 random bits: five hundred of them meet once in nine million runs.
    assert.equal(new Set(numbers).size, numbers.length);
  });
});

describe('When somebody types a claim number', () => {
  const understood: readonly (readonly [typed: string, number: string])[] = [
    ['C-7F3K-9Q2M', 'C-7F3K-9Q2M'],
    ['c-7f3k-9q2m', 'C-7F3K-9Q2M'],
    ['claim C-7F3K-9Q2M', 'C-7F3K-9Q2M'],
    ['Claim C7F3K9Q2M please', 'C-7F3K-9Q2M'],
    ['c 7f3k 9q2m', 'C-7F3K-9Q2M'],
    ['claim C 7F3K 9Q2M', 'C-7F3K-9Q2M'],
    ['(C-7F3K-9Q2M)', 'C-7F3K-9Q2M'],
    ['C-OOOO-ILil', 'C-0000-1111'],
    ['claim 7F3K-9Q2M', 'C-7F3K-9Q2M'],
    // En dash, non-breaking hyphen, minus sign, hyphen, em dash.
    ['claim C\u20137F3K\u20139Q2M', 'C-7F3K-9Q2M'],
    ['C\u20117F3K\u20119Q2M', 'C-7F3K-9Q2M'],
    ['C\u22127F3K\u22129Q2M', 'C-7F3K-9Q2M'],
    ['C\u20107F3K\u20149Q2M', 'C-7F3K-9Q2M'],
  ];
  for (const [typed, number] of understood)
    it(`understands ${JSON.stringify(typed)}`, () => assert.equal(readClaimNumber(typed), number));

  const other = [
    '',
    'C-',
    'C-7F3K',
    'C-7F3K-9Q2',
    'C-7F3K-9Q2M5',
    'X-7F3K-9Q2M',
    'ABC-7F3K-9Q2M',
    'C-UUUU-UUUU',
    'C_7F3K_9Q2M',
    'my claims',
    'claim name',
    'companies',
    'claim 2024',
    'C come here',
    'we met \u2013 then left',
  ];
  for (const typed of other)
    it(`finds none in ${JSON.stringify(typed)}`, () => assert.equal(readClaimNumber(typed), undefined));
});
