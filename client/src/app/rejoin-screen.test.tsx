/** Who comes by the address of joining again, and where they are led. */
import { renderToStaticMarkup } from 'react-dom/server';
import { Router, type SsrContext } from 'wouter';
import { describe, expect, it } from 'vitest';
import type { OpenDevice } from '../custody/open-device.ts';
import { CUSTODY_PATH, REJOIN_PATH } from './paths.ts';
import { RejoinScreen } from './rejoin-screen.tsx';

/** Never asked for anything: the screen is only drawn. */
const device = {} as OpenDevice;

function open(isUnknown: boolean): { readonly html: string; readonly ledTo: string | undefined } {
  const context: SsrContext = {};
  const html = renderToStaticMarkup(
    <Router ssrPath={REJOIN_PATH} ssrContext={context}>
      <RejoinScreen device={device} isUnknown={isUnknown} />
    </Router>,
  );
  return { html, ledTo: context.redirectTo };
}

describe('the address of joining again', () => {
  it('leads everybody away whose phone the commune knows, and shows them no box for a code', () => {
    const { html, ledTo } = open(false);
    expect(ledTo).toBe(CUSTODY_PATH);
    expect(html).not.toContain('<input');
  });

  it('asks a phone for a fresh invitation that the commune does not know any more', () => {
    const { html, ledTo } = open(true);
    expect(ledTo).toBeUndefined();
    expect(html).toContain('<input');
  });
});
