/** Pieces come in by `PUT /api/attachments/:id/:piece` (or POST, where a firewall knows no PUT); whole papers go out to who may see them. */
import { encode } from 'cborg';
import { type ArrivedPiece, findPiece } from '#shared/contracts/attachment-piece';
import { decodeDeviceRequest } from '#shared/contracts/device-request';
import { LIMITS } from '#shared/model/envelope';
import { type AttachmentId, isId } from '#shared/ids';
import { roles } from '#shared/model/collection';
import { err, ok, type Result } from '#shared/result';
import type { NonceBook } from '../services/nonce-book.ts';
import { readAttachment, type ReadAttachmentDeps } from '../services/read-attachment.ts';
import { type PieceDeps, storePiece } from '../services/store-pieces.ts';
import { type RouteRequest, type SignedRoute, toBytesReply } from './route.ts';

/** One name for both methods, so that a phone need not sign a piece again for a firewall's sake. */
const SIGNED_AS = 'PUT /api/attachments';
const OVERHEAD = 1_024;

export interface AttachmentDeps extends PieceDeps, ReadAttachmentDeps {
  readonly store: PieceDeps['store'] & ReadAttachmentDeps['store'];
  readonly nonces: NonceBook;
}

export function createAttachmentRoutes(deps: AttachmentDeps): SignedRoute[] {
  return [createPieceRoute(deps, 'PUT'), createPieceRoute(deps, 'POST'), createReadRoute(deps)];
}

function createPieceRoute(deps: AttachmentDeps, method: 'PUT' | 'POST'): SignedRoute {
  return {
    method,
    path: '/api/attachments/:id/:piece{[0-9]{1,3}}',
    access: 'anyDevice',
    roles,
    standings: ['waiting', 'approved', 'revoked'],
    bodyBytes: LIMITS.pieceBytes + OVERHEAD,
    signedAs: SIGNED_AS,
    refusals: 'cbor',
    async handle(request, { device, payload }) {
      const piece = readPiece(request, payload);
      if (!piece.ok) return err({ error: piece.error });
      const stored = await storePiece(deps, device, piece.value);
      if (!stored.ok) return stored;
      // What was said at the last sync stays unread until the next one: this nonce vouches for nothing.
      return ok(toBytesReply(encode({ n: deps.nonces.issue(device.id), w: stored.value.isWhole })));
    },
  };
}

/** The address and what was signed must name the same piece. */
function readPiece(request: RouteRequest, payload: Uint8Array): Result<ArrivedPiece, 'malformed'> {
  const piece = findPiece(payload);
  const isSame = request.params['id'] === piece?.attachment && request.params['piece'] === String(piece?.at);
  return piece && isSame ? ok(piece) : err('malformed');
}

function createReadRoute(deps: AttachmentDeps): SignedRoute {
  return {
    method: 'POST',
    path: '/api/attachments/:id/read',
    access: 'readKey',
    roles: ['volunteer', 'teamLeader', 'officer'],
    standings: ['approved'],
    bodyBytes: OVERHEAD,
    refusals: 'cbor',
    async handle(request, { device, payload }) {
      const id = findAttachmentId(request, payload);
      if (id === undefined) return err({ error: 'malformed', field: 'attachment' });
      const file = await readAttachment(deps, device, id);
      return file.ok ? ok({ body: file.value.bytes, ...describeFile(file.value.type) }) : file;
    },
  };
}

/** The signed body names the paper too: the address alone is not signed. */
function findAttachmentId(request: RouteRequest, payload: Uint8Array): AttachmentId | undefined {
  const asked = decodeDeviceRequest(payload);
  const body = asked.ok ? asked.value.body : undefined;
  if (typeof body !== 'object' || body === null || !('attachment' in body)) return undefined;
  const id = body.attachment;
  return isId(id) && id === request.params['id'] ? (id as AttachmentId) : undefined;
}

/** Never a page, never kept: whatever the bytes are, no browser runs them. */
function describeFile(type: string): { type: string; headers: Record<string, string> } {
  const ending = type === 'application/pdf' ? 'pdf' : type.replace('image/', '');
  return {
    type,
    headers: {
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="paper.${ending}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  };
}
