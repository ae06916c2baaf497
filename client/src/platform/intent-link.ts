/** The way out of another Android app into Chrome, with the invitation intact. Decides nothing. */

/** What our own codes are made of: nothing that an intent's own part could begin or end with. */
const PLAIN_FRAGMENT = /^#[\w.~-]+$/;

/**
 * Opens an https address in Chrome from inside another Android app; where there is no Chrome, in the default browser.
 * A fragment stays one, before the intent's own: Android's `Intent.parseUri` takes what stands before the last number sign
 * as the address, as its `toUri` writes it. So a session's code reaches no server here either, as it would in a query.
 */
export function buildIntentLink(address: string): string {
  const { protocol, host, pathname, search, hash } = new URL(address);
  const scheme = protocol.replace(':', '');
  const fallback = encodeURIComponent(address);
  // Any other fragment is none of ours, and travels in the fallback only.
  const place = `${host}${pathname}${search}${PLAIN_FRAGMENT.test(hash) ? hash : ''}`;
  return `intent://${place}#Intent;scheme=${scheme};package=com.android.chrome;S.browser_fallback_url=${fallback};end`;
}
