/** The exact answer to a request, before any fault spoils it. Knows no HTTP framing. */
import {
  PORTAL_PROBLEMS,
  type PortalProblem,
  type PortalProblemType,
  type Refusal,
  type RefusalCode,
} from '../contracts/portal.ts';
import type { PortalRequest } from './portal-request.ts';
import type { PortalEffect, PortalState } from './portal-state.ts';

/** A JSON value with its HTTP status: 2xx the thing asked for, 422 a Refusal, otherwise a PortalProblem. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Outcome {
  readonly state: PortalState;
  readonly answer: Answer;
  readonly effects: readonly PortalEffect[];
}

/** A handler sees the state, the portal's own time and the request, and nothing else. */
export type Handler<R extends PortalRequest = PortalRequest> = (
  state: PortalState,
  now: number,
  request: R,
) => Outcome;

export function refuse(
  state: PortalState,
  refusal: Omit<Refusal, 'type' | 'code'> & { code: RefusalCode },
): Outcome {
  return {
    state,
    answer: { status: 422, body: { type: 'refused', ...refusal } satisfies Refusal },
    effects: [{ type: 'refused', code: refusal.code }],
  };
}

export function answerProblem(
  state: PortalState,
  type: PortalProblemType,
  facts: Omit<PortalProblem, 'type'> = {},
): Outcome {
  return { state, answer: { status: PORTAL_PROBLEMS[type], body: { type, ...facts } }, effects: [] };
}

/** Refuses a body by the first field that its schema does not take. */
export function refuseField(state: PortalState, path: readonly PropertyKey[]): Outcome {
  const field = path.map(String).join('.') || 'body';
  const missingReference = field === 'reference';
  return refuse(state, {
    code: missingReference ? 'referenceMissing' : 'fieldInvalid',
    field,
    reason: missingReference ? 'Thiếu mã tham chiếu của bên gửi.' : `Nội dung chưa đúng: ${field}`,
  });
}
