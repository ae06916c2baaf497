import { describe, expect, it } from 'vitest';
import { buildIntentLink } from './intent-link.ts';

const CODE = '#gc1.eyJzIjoxfQ.Ab-9_x~';

/** As Android reads it: `Intent.parseUri` takes the last number sign for the beginning of the intent's own part. */
function openAsAndroid(link: string): { readonly address: string; readonly extras: Map<string, string> } {
  const cut = link.lastIndexOf('#');
  expect(link.slice(cut)).toMatch(/^#Intent;.*;end$/);
  const pairs = link.slice(cut + '#Intent;'.length, -'end'.length).split(';');
  const extras = new Map(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']));
  return { address: link.slice(0, cut).replace(/^intent:/, `${extras.get('scheme')}:`), extras };
}

describe('the link from another app into Chrome', () => {
  it.each([
    'https://xa.example.vn/?ma=BCDFG-HJKLM',
    `https://xa.example.vn/vao-buoi${CODE}`,
    `https://xa.example.vn:8443/vao-buoi?x=1${CODE}`,
  ])('opens %s at the same address, and the same without Chrome', (address) => {
    const { address: opened, extras } = openAsAndroid(buildIntentLink(address));
    expect(opened).toBe(address);
    expect(extras.get('package')).toBe('com.android.chrome');
    expect(decodeURIComponent(extras.get('S.browser_fallback_url') ?? '')).toBe(address);
  });

  it('keeps the code of a session out of path and query, which a server reads', () => {
    const { address } = openAsAndroid(buildIntentLink(`https://xa.example.vn/vao-buoi${CODE}`));
    const { pathname, search, hash } = new URL(address);
    expect([pathname, search, hash]).toEqual(['/vao-buoi', '', CODE]);
  });

  it('lets nobody slip an intent of their own into it', () => {
    const link = buildIntentLink('https://xa.example.vn/#Intent;package=com.thief;end');
    expect(link.match(/#Intent;/g)).toHaveLength(1);
    expect(openAsAndroid(link).extras.get('package')).toBe('com.android.chrome');
  });
});
