/** The one place that lets an address become a script: exact addresses from a list, nothing else. Knows no script by name. */

/** A browser's Trusted Types, as far as they are used; Safari 16 and Firefox 115 have none. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): unknown };
}

export interface ScriptPolicy {
  /**
   * The address as `new Worker` and `serviceWorker.register` want it; throws a TypeError for one that is not listed.
   * What comes back is a TrustedScriptURL where the browser has them; the type says string, since the DOM's types do.
   */
  createScriptURL(address: string): string;
}

/** The name that the page's policy allows (`trusted-types app-sw`); a second policy of any name is refused by the browser. */
const POLICY_NAME = 'app-sw';

/** Call once, where the app is put together. `addresses` may be relative to the page; they are compared whole, query included. */
export function createScriptPolicy(addresses: readonly string[]): ScriptPolicy {
  const allowed = new Set(addresses.map(resolveAddress));
  const createScriptURL = (address: string): string => {
    const absolute = resolveAddress(address);
    if (!allowed.has(absolute)) throw new TypeError('This address is not on the list of scripts.');
    return absolute;
  };
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (!trustedTypes) return { createScriptURL };
  const policy = trustedTypes.createPolicy(POLICY_NAME, { createScriptURL });
  return { createScriptURL: (address) => policy.createScriptURL(address) as string };
}

function resolveAddress(address: string): string {
  return new URL(address, globalThis.location.href).href;
}
