import { expect, it } from 'vitest';
import { findAddress } from './find-address.ts';

const PROXY = '127.0.0.1';

it('does not believe a stranger who says that somebody else is asking', () => {
  expect(findAddress({ remote: '203.0.113.9', forwardedFor: '198.51.100.1' }, [])).toBe('203.0.113.9');
  expect(findAddress({ remote: '203.0.113.9', forwardedFor: '198.51.100.1' }, [PROXY])).toBe('203.0.113.9');
});

it('takes from our own proxy whom it heard, and nothing that was written before', () => {
  const forwardedFor = '198.51.100.1, 203.0.113.9';
  expect(findAddress({ remote: '::ffff:127.0.0.1', forwardedFor }, [PROXY])).toBe('203.0.113.9');
  expect(findAddress({ remote: PROXY, forwardedFor: '2001:DB8::7' }, [PROXY])).toBe('2001:db8::7');
});

it('goes back over a row of our own proxies', () => {
  const forwardedFor = '198.51.100.1, 203.0.113.9, 10.0.0.2';
  expect(findAddress({ remote: PROXY, forwardedFor }, [PROXY, '10.0.0.2'])).toBe('203.0.113.9');
});

it('stays with the proxy where it names nobody, or no address', () => {
  for (const forwardedFor of [undefined, '', 'unknown', '198.51.100.1, '])
    expect(findAddress({ remote: PROXY, forwardedFor }, [PROXY])).toBe(PROXY);
  expect(findAddress({ remote: undefined, forwardedFor: '198.51.100.1' }, [PROXY])).toBe('unknown');
});
