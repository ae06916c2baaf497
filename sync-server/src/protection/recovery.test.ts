import { describe, expect, it } from 'vitest';
import { words as wordList } from '#data/words';
import { makeKeyFiles } from './key-ring.ts';
import { makeRecovery, readRecovery, unwrapKeys } from './recovery.ts';
import { findRecoveryScalar, makeRecoveryWords, toRecoveryPublicKey } from './recovery-words.ts';

describe('the words on paper', () => {
  it('bring every key file back, typed in capitals as well', () => {
    const files = makeKeyFiles();
    const words = makeRecoveryWords(wordList);
    const recovery = makeRecovery(files, { words, wordList });
    const read = readRecovery(JSON.stringify(recovery));
    if (!read.ok) throw new Error(read.error.type);
    const capitals = words.map((word) => word.toUpperCase());
    const back = unwrapKeys(read.value, { words: capitals, wordList });
    expect(back.ok && new Map([...back.value].map(([name, bytes]) => [name, Buffer.from(bytes)]))).toEqual(
      new Map([...files].map(([name, bytes]) => [name, Buffer.from(bytes)])),
    );
  });

  it('stand for the same key pair for ever', () => {
    const words = wordList.slice(0, 15);
    const last = wordList.find((word) => findRecoveryScalar([...words, word], wordList).ok);
    const scalar = findRecoveryScalar([...words, last ?? ''], wordList);
    expect(scalar.ok && toRecoveryPublicKey(scalar.value).toString('base64url').slice(0, 24)).toBe(
      'BPndWwNEpox-UMKO4rYYvJI3',
    );
  });

  it('let hardly any slip of one word through', () => {
    const words = wordList.slice(100, 115);
    const last = wordList.find((word) => findRecoveryScalar([...words, word], wordList).ok) ?? '';
    const slips = wordList.filter((word) => word !== words[4]);
    const passed = slips.filter((word) => findRecoveryScalar([...words.with(4, word), last], wordList).ok);
    expect(passed.length).toBeLessThan(5);
  });

  it('open nothing when the file was cut or changed', () => {
    const words = makeRecoveryWords(wordList);
    const recovery = makeRecovery(makeKeyFiles(), { words, wordList });
    expect(readRecovery(JSON.stringify(recovery).slice(0, 200))).toMatchObject({ ok: false });
    expect(readRecovery('{"version":2}')).toEqual({ ok: false, error: { type: 'damaged' } });
    const [first = '', second = ''] = Object.keys(recovery.files);
    const swapped = { ...recovery.files, [first]: recovery.files[second] ?? '' };
    expect(unwrapKeys({ ...recovery, files: swapped }, { words, wordList })).toEqual({
      ok: false,
      error: { type: 'damaged' },
    });
  });
});
