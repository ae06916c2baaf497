/** What a harmed reply looks like on the wire, fault by fault. Sees only the right answer, never the state. */
import type { FaultPlan } from './fault-plan.ts';
import type { Answer } from './portal-answer.ts';

/**
 * What the shell does: `whole` sends it, `never` keeps the line open without a byte, `reset` cuts the line,
 * `drip` spreads the text over `seconds`. A shell without a wire treats all but `whole` as no answer.
 */
export interface PortalReply {
  readonly delivery: 'whole' | 'never' | 'reset' | 'drip';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly seconds?: number;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const HTML_TYPE = { 'content-type': 'text/html; charset=utf-8' };
const MAINTENANCE_PAGE =
  '<!doctype html><html lang="vi"><title>Thông báo</title><h1>Hệ thống đang bảo trì</h1>' +
  '<p>Kính mong ông/bà thông cảm và quay lại sau.</p></html>';
/** Just over the mebibyte at which a careful reader stops. */
const HUGE_FILLER = 1_100_000;

export function writeAnswer(answer: Answer): PortalReply {
  return { delivery: 'whole', status: answer.status, headers: JSON_TYPE, text: JSON.stringify(answer.body) };
}

type Spoil = (answer: Answer, plan: FaultPlan) => PortalReply;

const say =
  (status: number, body: Answer['body'], headers: PortalReply['headers'] = {}): Spoil =>
  () => ({ ...writeAnswer({ status, body }), headers: { ...JSON_TYPE, ...headers } });
const withhold =
  (delivery: 'never' | 'reset'): Spoil =>
  () => ({ delivery, status: 0, headers: {}, text: '' });
const showPage: Spoil = () => ({
  delivery: 'whole',
  status: 200,
  headers: HTML_TYPE,
  text: MAINTENANCE_PAGE,
});
const alter =
  (change: (whole: PortalReply) => Partial<PortalReply>): Spoil =>
  (answer) => {
    const whole = writeAnswer(answer);
    return { ...whole, ...change(whole) };
  };

const spoils: Readonly<Record<FaultPlan['fault'], Spoil>> = {
  errorBeforeEffect500: say(500, { type: 'internal' }),
  errorAfterEffect500: say(500, { type: 'internal' }),
  unavailable503: (_answer, plan) => say(503, { type: 'unavailable' }, retryAfter(plan))(_answer, plan),
  timeoutBeforeEffect: withhold('never'),
  timeoutAfterEffect: withhold('never'),
  connectionReset: withhold('reset'),
  connectionResetAfterEffect: withhold('reset'),
  htmlPage200: showPage,
  htmlPage200AfterEffect: showPage,
  signInRedirect302: () => ({
    delivery: 'whole',
    status: 302,
    headers: { location: '/dang-nhap' },
    text: '',
  }),
  sessionExpired401: say(401, { type: 'sessionExpired' }),
  sessionExpired401AfterEffect: say(401, { type: 'sessionExpired' }),
  rateLimited429: (_answer, plan) => say(429, { type: 'rateLimited' }, retryAfter(plan))(_answer, plan),
  refusal422: say(422, {
    type: 'refused',
    code: 'turnedAway',
    reason: 'Cổng không nhận hồ sơ này. Đề nghị kiểm tra lại.',
  }),
  schemaDrift: alter((whole) => ({ text: renameFields(whole.text) })),
  truncatedJson: alter((whole) => ({ text: whole.text.slice(0, Math.ceil(whole.text.length / 2)) })),
  emptyReply: alter(() => ({ text: '' })),
  wrongContentType: alter(() => ({ headers: { 'content-type': 'text/html; charset=utf-8' } })),
  hugeReply: alter((whole) => ({ text: whole.text + ' '.repeat(HUGE_FILLER) })),
  slowDrip: (answer, plan) => ({ ...writeAnswer(answer), delivery: 'drip', seconds: plan.seconds ?? 30 }),
  referenceNotEchoed: alter((whole) => ({ text: mapReferences(whole.text, () => undefined) })),
  anotherReferenceEchoed: alter((whole) => ({
    text: mapReferences(whole.text, () => 'someoneElsesReference'),
  })),
  lateVisibility: writeAnswer,
  silentDrop: writeAnswer,
  duplicateAccept: writeAnswer,
};

export function spoilReply(answer: Answer, plan: FaultPlan): PortalReply {
  return spoils[plan.fault](answer, plan);
}

function retryAfter(plan: FaultPlan): Record<string, string> {
  return { 'retry-after': String(Math.ceil(plan.seconds ?? 30)) };
}

/** An update of the portal that nobody announced. */
const DRIFTED: Readonly<Record<string, string>> = {
  packNumber: 'packNo',
  dossierNumber: 'dossierNo',
  packs: 'items',
  status: 'state',
  sha256: 'hash',
  type: 'errorType',
};

function renameFields(text: string): string {
  return JSON.stringify(JSON.parse(text), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [DRIFTED[name] ?? name, inner]));
  });
}

function mapReferences(text: string, echo: () => string | undefined): string {
  return JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === 'reference' ? echo() : value));
}
