/** Faults of the server core, of merging, and of coming back from a backup. */
import type { Mutant } from './mutant.ts';

export const serverMutants: readonly Mutant[] = [
  {
    name: 'weak-durability',
    expects: ['I2'],
    changes: [{ file: 'custody/server.ts', find: "durability: 'full',", replace: "durability: 'normal'," }],
  },
  {
    name: 'conflict-before-idempotency',
    expects: ['I3', 'I4'],
    changes: [
      {
        file: 'custody/server.ts',
        find: 'const fresh = opened.items.slice(repeated.length);',
        replace: 'const fresh = opened.items;',
      },
    ],
  },
  {
    name: 'other-history-believed',
    expects: ['I1', 'I5'],
    changes: [
      {
        file: 'custody/server.ts',
        find: 'if (repeated.some((item) => !isKnown(slice, item))) return reportFork(device);',
        replace: 'if (repeated.some((item) => !isKnown(slice, item))) return answerOnly(device, []);',
      },
    ],
  },
  {
    name: 'poison-stops-the-queue',
    expects: ['I26', 'I31'],
    changes: [
      {
        file: 'custody/server.ts',
        find: 'if (device.forked) return answerOnly(device, []);',
        replace:
          'if (device.forked || opened.items.some((item) => !item.content.ok)) return answerOnly(device, []);',
      },
    ],
  },
  {
    name: 'last-writer-wins',
    expects: ['I7'],
    changes: [
      {
        file: 'custody/merge.ts',
        find: 'return others.length === 0 ? plain : { ...plain, others };',
        replace: 'return others.length === 0 ? plain : { ...plain };',
      },
    ],
  },
  {
    name: 'own-changes-not-read-after-restore',
    expects: ['I7'],
    changes: [
      {
        file: 'custody/server.ts',
        find: 'change.origin !== device || change.seq <= incarnationStart',
        replace: 'change.origin !== device || change.seq < 0 * incarnationStart',
      },
    ],
  },
];

export const restoreMutants: readonly Mutant[] = [
  {
    name: 'numbers-given-again-after-restore',
    focus: 'restores',
    expects: ['I7'],
    changes: [
      {
        file: 'custody/server.ts',
        find: 'return Math.max(communeSeq, now);',
        replace: 'return communeSeq + 0 * now;',
      },
    ],
  },
];
