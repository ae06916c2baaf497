import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findCollection } from '../src/model/collections.ts';
import { checkPatch } from '../src/model/collection.ts';
import { currentDictionaryVersion, findDictionary } from './dictionary.ts';

interface Sample {
  readonly collection: string;
  readonly patch: Parameters<typeof checkPatch>[1];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const samplesFile = `${root}fixtures/dictionary/sample-operations.json`;
const samples = JSON.parse(readFileSync(samplesFile, 'utf8')) as readonly Sample[];

/** Each alone, as phones seal them. */
function measureAll(dictionary?: Uint8Array): number {
  return samples
    .map((sample) => deflateRawSync(JSON.stringify(sample), { level: 9, ...(dictionary && { dictionary }) }))
    .reduce((sum, packed) => sum + packed.length, 0);
}

describe('the dictionary that operations are compressed with', () => {
  it('can be made again from its frozen sources, byte for byte', () => {
    const script = `${root}.scripts/make-dictionary.mjs`;
    const output = execFileSync(process.execPath, [script, '--check'], { cwd: root, encoding: 'utf8' });
    expect(output).toContain(`dictionary v${currentDictionaryVersion}: same`);
  }, 30_000);

  it('makes what a phone sends less than two thirds of what it would be without', () => {
    expect(measureAll(findDictionary(currentDictionaryVersion)) / measureAll()).toBeLessThan(0.65);
  });

  it('is measured on operations that the product could really write', () => {
    for (const { collection, patch } of samples) {
      const known = findCollection(collection);
      const writer = { review: 'head', dossier: 'officer' }[collection];
      const role = writer === 'officer' && !('officerNote' in patch) ? 'volunteer' : (writer ?? 'volunteer');
      expect(known && checkPatch(known, patch, role as 'volunteer')).toEqual({ ok: true, value: undefined });
    }
  });

  it('is needed to read them again, and fits the window of deflate', () => {
    const dictionary = findDictionary(currentDictionaryVersion);
    if (!dictionary) throw new Error('The current dictionary is missing.');
    const packed = deflateRawSync('{"collection":"citizen"}', { dictionary });
    expect(inflateRawSync(packed, { dictionary }).toString()).toBe('{"collection":"citizen"}');
    expect(() => inflateRawSync(packed)).toThrow();
    expect(dictionary.length).toBeLessThan(32_768);
  });

  it('is unknown under a version that was never published', () => {
    expect(findDictionary(0)).toBeUndefined();
    expect(findDictionary(currentDictionaryVersion + 1)).toBeUndefined();
  });
});
