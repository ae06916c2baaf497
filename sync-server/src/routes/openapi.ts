/** `GET /api/openapi.json`: the table of routes and the schemas of the contracts as an OpenAPI 3.1 document. Describes, decides nothing. */
import * as z from 'zod/mini';
import {
  authorisationRequest,
  deviceDecision,
  devicesReply,
  invitationReply,
  invitationRequest,
} from '#shared/contracts/administration';
import { enrolReply, enrolRequest, selfReply, selfRequest } from '#shared/contracts/enrolment';
import { errorCodes } from '#shared/contracts/error-codes';
import { calendarReply, calendarRequest } from '#shared/contracts/administration';
import {
  delegateReply,
  delegateRequest,
  delegationReply,
  endDelegationRequest,
  peopleReply,
  peopleRequest,
  reviewReply,
} from '#shared/contracts/review';
import { ok } from '#shared/result';
import { nameRoute, type PublicRoute, type Route, toJsonReply } from './route.ts';

interface RouteNote {
  readonly summary: string;
  /** What the signed message carries, or the JSON body of a public route. */
  readonly input?: z.core.$ZodType;
  readonly output?: z.core.$ZodType;
  /** Answers that are not JSON, in words: their layout is in docs/custody-protocol.md. */
  readonly outputBytes?: string;
}

const nothing = z.object({});
const done = z.object({ done: z.literal(true) });
const piece = { outputBytes: 'CBOR: the next nonce, and whether the paper is whole.' } as const;

const notes: Readonly<Record<string, RouteNote>> = {
  'GET /api/health': {
    summary: 'The process answers and its store can be read.',
    output: z.object({ ok: z.literal(true), time: z.number() }),
  },
  'GET /api/openapi.json': { summary: 'This document.' },
  'POST /api/enrol': {
    summary: 'A code and two keys for a device.',
    input: enrolRequest,
    output: enrolReply,
  },
  'POST /api/sync': {
    summary: 'Everything a device sends and reads, in one round.',
    outputBytes: 'CBOR: receipt, answer and the server’s signature over both.',
  },
  'PUT /api/attachments/:id/:piece': { summary: 'One sealed piece of a paper.', ...piece },
  'POST /api/attachments/:id/:piece': { summary: 'The same, where a firewall knows no PUT.', ...piece },
  'POST /api/attachments/:id/read': {
    summary: 'A whole paper for somebody who may see it; written to the audit log.',
    input: z.object({ attachment: z.string() }),
    outputBytes: 'The paper: image/jpeg, image/png or application/pdf.',
  },
  'POST /api/devices/self': {
    summary: 'What a device may know of itself.',
    input: selfRequest,
    output: selfReply,
  },
  'POST /api/administration/invitations': {
    summary: 'A single-use code for one named person.',
    input: invitationRequest,
    output: invitationReply,
  },
  'POST /api/administration/devices': {
    summary: 'Every device of the commune.',
    input: nothing,
    output: devicesReply,
  },
  'POST /api/administration/approve': {
    summary: 'Lets a waiting device in and obeys what it handed in.',
    input: deviceDecision,
    output: done,
  },
  'POST /api/administration/revoke': {
    summary: 'Ends a device’s reading.',
    input: deviceDecision,
    output: done,
  },
  'POST /api/administration/kept-work': {
    summary: 'Obeys what an ended device handed in since; it stays ended.',
    input: deviceDecision,
    output: done,
  },
  'POST /api/administration/authorisations': {
    summary: 'Enters a written decision under which the team may file directly.',
    input: authorisationRequest,
    output: done,
  },
  'POST /api/administration/calendar': {
    summary: 'Sets the commune’s own days off and office hours, above those of the country.',
    input: calendarRequest,
    output: calendarReply,
  },
  'POST /api/review/sessions': {
    summary: 'The commune’s sessions and lodged dossiers in counts.',
    input: nothing,
    output: reviewReply,
  },
  'POST /api/review/people': {
    summary: 'Who came to one session, by name; written to the audit log.',
    input: peopleRequest,
    output: peopleReply,
  },
  'POST /api/review/delegation': {
    summary: 'Who approves in the head’s place, and whoever may be named.',
    input: nothing,
    output: delegationReply,
  },
  'POST /api/review/delegation/make': {
    summary: 'Names who approves in the head’s place, from one day to another.',
    input: delegateRequest,
    output: delegateReply,
  },
  'POST /api/review/delegation/end': {
    summary: 'Ends it at once.',
    input: endDelegationRequest,
    output: done,
  },
};

/** `listRoutes` is asked at each request, so that the table may hold this route too. */
export function createOpenApiRoute(listRoutes: () => readonly Route[]): PublicRoute {
  return {
    method: 'GET',
    path: '/api/openapi.json',
    access: 'public',
    bodyBytes: 0,
    async handle() {
      return ok(toJsonReply(describeApi(listRoutes()), { 'cache-control': 'no-cache' }));
    },
  };
}

/** Throws for a route that nobody has described: a document with holes is worse than none. */
function describeApi(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)(\{[^/]*\})?/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Gõ Cửa', version: '1' },
    paths,
    components: { schemas: { Refusal: refusal } },
  };
}

function getNote(route: Route): RouteNote {
  const name = nameRoute(route).replaceAll(/\{[^/]*\}(?=$|\/)/g, '');
  const note = notes[name];
  if (!note) throw new Error(`${name} is not described in openapi.ts.`);
  return note;
}

function describeRoute(route: Route): Record<string, unknown> {
  const note = getNote(route);
  const parameters = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  const isPublic = route.access === 'public';
  return {
    summary: note.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(route.method !== 'GET' && { requestBody: describeBody(route, note) }),
    responses: {
      200: { description: note.outputBytes ?? 'Done.', content: describeAnswer(note) },
      default: {
        description: 'A refusal by code.',
        content: describeRefusal(isPublic ? 'json' : route.refusals),
      },
    },
    ...(!isPublic && {
      'x-signed-with': route.access === 'readKey' ? 'read key' : 'send key or read key',
      'x-roles': route.roles,
      ...(route.deputies && { 'x-also': 'whoever approves in the head’s place, on their days' }),
      'x-standings': route.standings,
    }),
    'x-largest-body': route.bodyBytes,
  };
}

function describeBody(route: Route, { input }: RouteNote): Record<string, unknown> {
  if (route.access === 'public')
    return { required: true, content: { 'application/json': { schema: toSchema(input) } } };
  const description = `Signed message (CBOR array: payload, key, signature) over "${route.signedAs ?? nameRoute(route)}".`;
  return {
    required: true,
    description,
    content: { 'application/cbor': { schema: { type: 'string', format: 'binary' } } },
    ...(input && { 'x-signed-input': toSchema(input) }),
  };
}

function describeAnswer({ output, outputBytes }: RouteNote): Record<string, unknown> {
  if (outputBytes !== undefined)
    return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  return { 'application/json': { schema: toSchema(output) } };
}

function describeRefusal(format: 'cbor' | 'json'): Record<string, unknown> {
  return { [`application/${format}`]: { schema: { $ref: '#/components/schemas/Refusal' } } };
}

/** Checks that are functions (an id's canonical last letter) cannot be written down and are left open. */
function toSchema(schema: z.core.$ZodType | undefined): unknown {
  if (!schema) return {};
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  return rest;
}

const refusal = {
  type: 'object',
  required: ['error'],
  properties: {
    error: { type: 'string', enum: Object.keys(errorCodes) },
    field: { type: 'string' },
    detail: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
  },
  'x-codes': errorCodes,
};
