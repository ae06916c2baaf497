/** The one table of refusals that cross the wire: code → HTTP status → what the client does. Holds no text for people. */
export type ClientAction = 'retry-later' | 'sign-in' | 'update-app' | 'fix-input' | 'keep-and-ask';

interface ErrorCodeRow {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 426 | 429 | 503 | 507;
  readonly action: ClientAction;
}

export const errorCodes = {
  malformed: { status: 400, action: 'keep-and-ask' },
  unsupportedVersion: { status: 426, action: 'update-app' },
  nonceStale: { status: 401, action: 'retry-later' },
  signatureWrong: { status: 401, action: 'keep-and-ask' },
  deviceUnknown: { status: 401, action: 'sign-in' },
  deviceWaiting: { status: 403, action: 'retry-later' },
  deviceRevoked: { status: 403, action: 'keep-and-ask' },
  /** Practice (tập huấn) never leaves the phone that it is on. */
  practiceRefused: { status: 403, action: 'keep-and-ask' },
  readKeyNeeded: { status: 403, action: 'sign-in' },
  notFound: { status: 404, action: 'keep-and-ask' },
  tooLarge: { status: 413, action: 'keep-and-ask' },
  tooManyItems: { status: 413, action: 'retry-later' },
  inflatesTooFar: { status: 413, action: 'keep-and-ask' },
  wrongType: { status: 415, action: 'fix-input' },
  fieldInvalid: { status: 422, action: 'fix-input' },
  collectionUnknown: { status: 422, action: 'update-app' },
  notAllowed: { status: 403, action: 'keep-and-ask' },
  /** Of somebody who approves in the head's place, on a day that is none of theirs: `state`, `from`, `to`. */
  outsideDelegation: { status: 403, action: 'keep-and-ask' },
  sequenceGap: { status: 409, action: 'retry-later' },
  /** Without a place, from a device that has gone on since: its own later words stand. */
  overtaken: { status: 409, action: 'keep-and-ask' },
  historyForked: { status: 409, action: 'keep-and-ask' },
  sealUnopened: { status: 422, action: 'keep-and-ask' },
  chainBroken: { status: 422, action: 'keep-and-ask' },
  pieceMismatch: { status: 422, action: 'retry-later' },
  codeWrong: { status: 422, action: 'fix-input' },
  codeSpent: { status: 410, action: 'fix-input' },
  tooManyTries: { status: 429, action: 'retry-later' },
  numberUsed: { status: 409, action: 'fix-input' },
  storeFull: { status: 507, action: 'retry-later' },
  busy: { status: 503, action: 'retry-later' },
} as const satisfies Record<string, ErrorCodeRow>;

export type ErrorCode = keyof typeof errorCodes;

/** What a refusal looks like on the wire (JSON, or CBOR on the signed routes); `field` names what to mend. */
export interface WireError {
  readonly error: ErrorCode;
  readonly field?: string;
  /** Facts for the message, never personal data. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.hasOwn(errorCodes, text);
}
