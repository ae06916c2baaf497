import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { PackReply, PackSearchReply, Refusal } from '../contracts/portal.ts';
import { FaultPlan, PORTAL_FAULTS, type PortalFault } from './fault-plan.ts';
import { stepPortal } from './portal-core.ts';
import type { PortalRequest } from './portal-request.ts';
import { createPortalState } from './portal-state.ts';
import { MORNING, packBody, talkTo } from './portal-talk.ts';

const CREATE = { endpoint: 'createPack', body: packBody() } as const;
const SEARCH = { endpoint: 'searchPacks', reference: packBody().reference } as const;
const faults = Object.keys(PORTAL_FAULTS) as PortalFault[];
const WHOLE = { delivery: 'whole' } as const;

/** What a sender sees of each fault on a new pack, and how many packs the portal then really holds. */
const seen: Record<PortalFault, { reply: Record<string, unknown>; packs: number }> = {
  errorBeforeEffect500: { reply: { ...WHOLE, status: 500 }, packs: 0 },
  errorAfterEffect500: { reply: { ...WHOLE, status: 500 }, packs: 1 },
  unavailable503: { reply: { ...WHOLE, status: 503 }, packs: 0 },
  timeoutBeforeEffect: { reply: { delivery: 'never', text: '' }, packs: 0 },
  timeoutAfterEffect: { reply: { delivery: 'never', text: '' }, packs: 1 },
  connectionReset: { reply: { delivery: 'reset', text: '' }, packs: 0 },
  connectionResetAfterEffect: { reply: { delivery: 'reset', text: '' }, packs: 1 },
  htmlPage200: {
    reply: { ...WHOLE, status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } },
    packs: 0,
  },
  htmlPage200AfterEffect: { reply: { ...WHOLE, status: 200 }, packs: 1 },
  signInRedirect302: { reply: { ...WHOLE, status: 302, headers: { location: '/dang-nhap' } }, packs: 0 },
  sessionExpired401: { reply: { ...WHOLE, status: 401 }, packs: 0 },
  sessionExpired401AfterEffect: { reply: { ...WHOLE, status: 401 }, packs: 1 },
  rateLimited429: { reply: { ...WHOLE, status: 429 }, packs: 0 },
  refusal422: { reply: { ...WHOLE, status: 422 }, packs: 0 },
  schemaDrift: { reply: { ...WHOLE, status: 201 }, packs: 1 },
  truncatedJson: { reply: { ...WHOLE, status: 201 }, packs: 1 },
  emptyReply: { reply: { ...WHOLE, status: 201, text: '' }, packs: 1 },
  wrongContentType: {
    reply: { status: 201, headers: { 'content-type': 'text/html; charset=utf-8' } },
    packs: 1,
  },
  hugeReply: { reply: { ...WHOLE, status: 201 }, packs: 1 },
  slowDrip: { reply: { delivery: 'drip', status: 201, seconds: 30 }, packs: 1 },
  referenceNotEchoed: { reply: { ...WHOLE, status: 201 }, packs: 1 },
  anotherReferenceEchoed: { reply: { ...WHOLE, status: 201 }, packs: 1 },
  lateVisibility: { reply: { ...WHOLE, status: 201 }, packs: 1 },
  silentDrop: { reply: { ...WHOLE, status: 201 }, packs: 0 },
  duplicateAccept: { reply: { ...WHOLE, status: 201 }, packs: 2 },
};

describe('each way in which the portal misbehaves', () => {
  it.each(faults)(
    '%s: shows what it shows, does what it does, is counted, and is over after one',
    (fault) => {
      const portal = talkTo(createPortalState(7));
      portal.plan({ fault, next: 1 });
      expect(portal.tell(CREATE)).toMatchObject(seen[fault].reply);
      expect(portal.packNumbers()).toHaveLength(seen[fault].packs);
      expect(portal.state().fired).toEqual({ [fault]: 1 });
      expect(portal.effects()).toContainEqual({ type: 'faultFired', fault });
      expect(portal.state().plans).toEqual([]);
      portal.ask(PackReply, { ...CREATE, body: packBody({ reference: 'afterwards' }) });
    },
  );

  it('replies that may be believed are only those that keep the contract', () => {
    const believable = faults.filter((fault) => {
      const portal = talkTo(createPortalState(7));
      portal.plan({ fault, next: 1 });
      return isBelievable(portal.tell(CREATE), packBody().reference);
    });
    expect(believable).toEqual(['slowDrip', 'lateVisibility', 'silentDrop', 'duplicateAccept']);
  });

  it('a renamed field fails the contract even where every value is still right', () => {
    const portal = talkTo(createPortalState(7));
    portal.ask(PackReply, CREATE);
    portal.plan({ fault: 'schemaDrift', next: 1 });
    const drifted: unknown = JSON.parse(portal.tell(SEARCH).text);
    expect(drifted).toMatchObject({ items: [{ packNo: portal.packNumbers()[0], state: 'awaitingCitizen' }] });
    expect(z.safeParse(PackSearchReply, drifted).success).toBe(false);
  });

  it('half a reply is not JSON, and a huge one is over a mebibyte', () => {
    const portal = talkTo(createPortalState(7));
    portal.plan({ fault: 'truncatedJson', next: 1 }, { fault: 'hugeReply', next: 1 });
    expect(() => JSON.parse(portal.tell(CREATE).text)).toThrow(SyntaxError);
    expect(portal.tell(SEARCH).text.length).toBeGreaterThan(1024 * 1024);
  });

  it('a portal that asks for patience says for how long', () => {
    const portal = talkTo(createPortalState(7));
    portal.plan({ fault: 'rateLimited429', next: 1, seconds: 90 });
    expect(portal.tell(CREATE).headers['retry-after']).toBe('90');
  });

  it('a false refusal reads like a true one', () => {
    const portal = talkTo(createPortalState(7));
    portal.plan({ fault: 'refusal422', next: 1 });
    expect(portal.ask(Refusal, CREATE, 422).code).toBe('turnedAway');
  });
});

describe('faults that a sender only meets later', () => {
  it('a pack that is created and not found for two days is found after them', () => {
    const portal = talkTo(createPortalState(7));
    const late = { fault: 'lateVisibility', next: 1, seconds: 48 * 3600 } as const;
    portal.plan({ fault: 'timeoutAfterEffect', next: 1 }, late);
    expect(portal.tell(CREATE).delivery).toBe('never');
    portal.wait(48 * 3600 - 1);
    expect(portal.ask(PackSearchReply, SEARCH).packs).toHaveLength(0);
    portal.wait(1);
    expect(portal.ask(PackSearchReply, SEARCH).packs).toHaveLength(1);
    expect(portal.state().fired).toEqual({ timeoutAfterEffect: 1, lateVisibility: 1 });
  });

  it('a request that a gateway delivers twice makes two packs, except where the reference is a key', () => {
    for (const [portalClass, packs] of [
      ['A', 1],
      ['B', 2],
    ] as const) {
      const portal = talkTo(createPortalState(7, { portalClass }));
      portal.plan({ fault: 'duplicateAccept', next: 1 });
      portal.ask(PackReply, CREATE);
      expect(portal.ask(PackSearchReply, SEARCH).packs).toHaveLength(packs);
    }
  });

  it('a pack that is acknowledged and dropped is never found', () => {
    const portal = talkTo(createPortalState(7));
    portal.plan({ fault: 'silentDrop', next: 1 });
    const { packNumber } = portal.ask(PackReply, CREATE);
    expect(portal.tell({ endpoint: 'readPack', packNumber }).status).toBe(404);
    expect(portal.ask(PackSearchReply, SEARCH).packs).toHaveLength(0);
  });

  it('the citizen may confirm although the answer to the confirmation was lost', () => {
    const portal = talkTo(createPortalState(7));
    const { packNumber } = portal.ask(PackReply, CREATE);
    portal.plan({ fault: 'connectionResetAfterEffect', next: 1, endpoint: 'confirmPack' });
    expect(portal.tell({ endpoint: 'confirmPack', packNumber, body: { by: 'citizen' } }).delivery).toBe(
      'reset',
    );
    expect(portal.ask(PackReply, { endpoint: 'readPack', packNumber }).status).toBe('lodged');
  });
});

describe('planning faults', () => {
  it('keeps a plan for the endpoint that it names', () => {
    const portal = talkTo(createPortalState(7));
    portal.plan({ fault: 'errorBeforeEffect500', next: 1, endpoint: 'searchPacks' });
    portal.ask(PackReply, CREATE);
    expect(portal.tell(SEARCH).status).toBe(500);
  });

  it('fires the next three and no more', () => {
    const portal = talkTo(createPortalState(7));
    portal.plan({ fault: 'unavailable503', next: 3 });
    const statuses = [1, 2, 3, 4].map(() => portal.tell(SEARCH).status);
    expect(statuses).toEqual([503, 503, 503, 200]);
  });

  it('fires by chance about as often as told, and the same seed gives the same misfortune', () => {
    const run = (seed: number) => {
      const portal = talkTo(createPortalState(seed));
      portal.plan({ fault: 'errorBeforeEffect500', probability: 0.3 });
      return Array.from({ length: 1000 }, () => portal.tell(SEARCH).status);
    };
    const first = run(11);
    expect(run(11)).toEqual(first);
    expect(run(12)).not.toEqual(first);
    const failed = first.filter((status) => status === 500).length;
    expect(failed).toBeGreaterThan(250);
    expect(failed).toBeLessThan(350);
  });

  it('never harms what a person does by hand at the one-stop or on the page', () => {
    const begin = createPortalState(7);
    const portal = talkTo(begin);
    const { packNumber } = portal.ask(PackReply, CREATE);
    portal.plan({ fault: 'errorBeforeEffect500', probability: 1 });
    const request: PortalRequest = { endpoint: 'confirmPack', packNumber, body: { by: 'citizen' } };
    const step = stepPortal(portal.state(), { type: 'request', at: MORNING, request, byHand: true });
    expect(step.reply.status).toBe(200);
    expect(portal.tell({ endpoint: 'moveDossier', dossierNumber: 'x', body: { status: 2 } }).status).toBe(
      404,
    );
  });

  it('takes either a count or a chance', () => {
    expect(z.safeParse(FaultPlan, { fault: 'slowDrip', next: 1 }).success).toBe(true);
    expect(z.safeParse(FaultPlan, { fault: 'slowDrip' }).success).toBe(false);
    expect(z.safeParse(FaultPlan, { fault: 'slowDrip', next: 1, probability: 1 }).success).toBe(false);
    expect(z.safeParse(FaultPlan, { fault: 'noSuchFault', next: 1 }).success).toBe(false);
  });
});

describe('the test face', () => {
  it('moves the clock, so that nobody waits for a window', () => {
    const late = createPortalState(7, { visibilitySeconds: 3600 });
    const portal = talkTo(late);
    portal.ask(PackReply, CREATE);
    const moved = stepPortal(portal.state(), { type: 'advanceClock', seconds: 3600 }).state;
    expect(talkTo(moved).ask(PackSearchReply, SEARCH).packs).toHaveLength(1);
  });

  it('changes the class under a running portal', () => {
    const changed = stepPortal(createPortalState(7), {
      type: 'configure',
      settings: { portalClass: 'D' },
    }).state;
    expect(talkTo(changed).tell(SEARCH).status).toBe(404);
  });

  it('forgets faults when told, and everything but its settings when begun anew', () => {
    const portal = talkTo(createPortalState(7, { portalClass: 'A' }));
    portal.plan({ fault: 'slowDrip', probability: 1 });
    portal.tell(CREATE);
    expect(stepPortal(portal.state(), { type: 'clearFaults' }).state.plans).toEqual([]);
    const anew = stepPortal(portal.state(), { type: 'reset', seed: 7 }).state;
    expect(anew).toEqual(createPortalState(7, { portalClass: 'A' }));
  });

  it('gives other dossier numbers after a reset without a seed', () => {
    const begin = createPortalState(7);
    const anew = stepPortal(begin, { type: 'reset' }).state;
    expect(anew.firstOfDay).not.toBe(begin.firstOfDay);
  });
});

/** What a careful connector checks before it believes a reply. */
function isBelievable(reply: ReturnType<ReturnType<typeof talkTo>['tell']>, reference: string): boolean {
  const isAnswer = reply.delivery === 'whole' || reply.delivery === 'drip';
  const isSuccess = reply.status >= 200 && reply.status < 300;
  if (!isAnswer || !isSuccess || reply.text.length > 1024 * 1024) return false;
  if (!reply.headers['content-type']?.startsWith('application/json')) return false;
  try {
    const parsed = z.safeParse(PackReply, JSON.parse(reply.text));
    return parsed.success && parsed.data.reference === reference;
  } catch {
    return false;
  }
}
