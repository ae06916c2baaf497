/** Talking to the pure portal in tests and trials: holds the state and a clock that only waiting moves. */
import * as z from 'zod/mini';
import type { PackDocument, PackRequest } from '../contracts/portal.ts';
import type { FaultPlan } from './fault-plan.ts';
import { type PortalEvent, stepPortal } from './portal-core.ts';
import type { PortalRequest } from './portal-request.ts';
import type { PortalEffect, PortalState } from './portal-state.ts';
import type { PortalReply } from './spoil-reply.ts';

/** 22 November 2026, 08:00 in Vietnam. */
export const MORNING = 1_795_309_200_000;

export const SCAN: PackDocument = {
  id: 'paper-1',
  title: 'Giấy chứng sinh',
  sha256: 'a'.repeat(64),
  size: 1234,
  mime: 'image/jpeg',
};

/** A synthetic pack: the number's prefix 099 belongs to no province. */
export function packBody(change: Partial<PackRequest> = {}): PackRequest {
  return {
    reference: 'AAAAAAAAAAAAAAAAAAAAAA',
    procedureCode: '1.001193',
    submitter: { fullName: 'NGUYỄN VĂN MẪU', personalId: '099090000123' },
    answers: { childName: 'NGUYỄN THỊ VÍ DỤ' },
    documents: [],
    route: 'selfOwnPhone',
    payloadHash: 'f'.repeat(64),
    ...change,
  };
}

export interface PortalTalk {
  tell(request: PortalRequest): PortalReply;
  /** The reply read by its schema; throws when the status or the shape is another one. */
  ask<S extends z.core.$ZodType>(schema: S, request: PortalRequest, status?: number): z.output<S>;
  upload(document: PackDocument): void;
  plan(...plans: FaultPlan[]): void;
  wait(seconds: number): void;
  state(): PortalState;
  effects(): readonly PortalEffect[];
  packNumbers(): string[];
  dossierNumbers(): string[];
}

export function talkTo(begin: PortalState, startAt = MORNING): PortalTalk {
  let state = begin;
  let at = startAt;
  const effects: PortalEffect[] = [];
  const take = (event: PortalEvent): PortalReply => {
    const step = stepPortal(state, event);
    state = step.state;
    effects.push(...step.effects);
    return step.reply;
  };
  const tell = (request: PortalRequest) => take({ type: 'request', at, request });
  return {
    tell,
    ask(schema, request, status) {
      const reply = tell(request);
      const isExpected =
        status === undefined ? reply.status >= 200 && reply.status < 300 : reply.status === status;
      if (!isExpected) throw new Error(`Answered ${reply.status}: ${reply.text}`);
      return z.parse(schema, JSON.parse(reply.text));
    },
    upload({ sha256, size }) {
      tell({ endpoint: 'uploadDocument', claimed: sha256, sha256, size });
    },
    plan(...plans) {
      take({ type: 'planFaults', plans });
    },
    wait(seconds) {
      at += seconds * 1000;
    },
    state: () => state,
    effects: () => effects,
    packNumbers: () => Object.keys(state.packs),
    dossierNumbers: () => Object.keys(state.dossiers),
  };
}
