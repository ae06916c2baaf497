/** A scan or photograph that belongs to a dossier: what it is, how long, and its hash. Its pieces travel apart, after the text. */
import * as z from 'zod/mini';
import { LIMITS } from './envelope.ts';
import type { Collection } from './collection.ts';
import { code, idValue, instant, line } from './field-kinds.ts';

const team = ['volunteer', 'teamLeader'] as const;

export const paperTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type PaperType = (typeof paperTypes)[number];

/** Pieces of at most 256 KiB each cover the largest file that is taken. */
export const MAX_PIECES = LIMITS.attachmentBytes / LIMITS.pieceBytes;

/** The record's own id is the attachment id that its pieces name. */
export const paper: Collection = {
  name: 'paper',
  clear: ['dossier', 'document', 'size', 'pieces', 'type'],
  paths: [
    { path: 'dossier', holds: idValue, writers: team },
    { path: 'citizen', holds: idValue, writers: team },
    { path: 'document', holds: code, writers: team },
    { path: 'title', holds: line, writers: team },
    { path: 'type', holds: z.enum(paperTypes), writers: team },
    {
      path: 'size',
      holds: z.number().check(z.int(), z.gte(1), z.lte(LIMITS.attachmentBytes)),
      writers: team,
    },
    { path: 'pieces', holds: z.number().check(z.int(), z.gte(1), z.lte(MAX_PIECES)), writers: team },
    { path: 'sha256', holds: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)), writers: team },
    { path: 'keyId', holds: z.number().check(z.int(), z.gte(0)), writers: team },
    { path: 'takenAt', holds: instant, writers: team },
  ],
};
