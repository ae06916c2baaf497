/** Faults planted in production code, one at a time; each must be noticed by one of the invariants that it names. */
import type { Invariant } from './violation.ts';

export interface Substitution {
  /** Below shared/src. */
  readonly file: string;
  /** Must be found exactly once. */
  readonly find: string;
  readonly replace: string;
}

export interface Mutant {
  readonly name: string;
  readonly expects: readonly Invariant[];
  readonly changes: readonly Substitution[];
}

const deviceMutants: readonly Mutant[] = [
  {
    name: 'dequeue-before-acknowledgement',
    expects: ['I5'],
    changes: [
      {
        file: 'custody/device-send.ts',
        find: 'Math.min(acked, backedUp, event.keepFrom - 1)',
        replace: 'Math.min(Math.max(acked, state.disk.head.seq), event.keepFrom - 1 + 0 * backedUp)',
      },
      { file: 'custody/device-send.ts', find: 'ackedAtLeast: upTo, ', replace: '' },
    ],
  },
  {
    name: 'saved-shown-before-commit',
    expects: ['I1'],
    changes: [
      {
        file: 'custody/device-commit.ts',
        find: "effects: [{ type: 'commit', ticket, durability, expect, writes }],",
        replace: "effects: [...pending.shows, { type: 'commit', ticket, durability, expect, writes }],",
      },
    ],
  },
  {
    name: 'saved-shown-before-flush',
    expects: ['I1'],
    changes: [
      {
        file: 'custody/device-commit.ts',
        find: "    durability: 'strict',\n",
        replace: "    durability: 'relaxed',\n",
      },
    ],
  },
  {
    name: 'place-given-without-flush',
    expects: ['I3', 'I1'],
    changes: [
      {
        file: 'custody/device-queue.ts',
        find: "    durability: 'strict',\n",
        replace: "    durability: 'relaxed',\n",
      },
    ],
  },
  {
    name: 'head-not-compared',
    expects: ['I3'],
    changes: [{ file: 'custody/device-queue.ts', find: 'headSeq: head.seq, ', replace: '' }],
  },
  {
    name: 'slot-not-compared',
    expects: ['I16'],
    changes: [
      {
        file: 'custody/device-commit.ts',
        find: 'expect: { slot: { record, opId: replaced } },',
        replace: 'expect: replaced === null ? {} : {},',
      },
    ],
  },
  {
    name: 'deleted-before-backup',
    expects: ['I6'],
    changes: [
      {
        file: 'custody/device-send.ts',
        find: 'Math.min(acked, backedUp, event.keepFrom - 1)',
        replace: 'Math.min(acked, event.keepFrom - 1 + 0 * backedUp)',
      },
    ],
  },
  {
    name: 'held-taken-for-acknowledged',
    expects: ['I5'],
    changes: [
      {
        file: 'custody/device-answer.ts',
        find: 'answer.held ? Math.min(ackedBefore, stored) : stored',
        replace: 'stored',
      },
    ],
  },
  {
    name: 'acknowledgement-never-taken-back',
    expects: ['I1', 'I25', 'I26'],
    changes: [
      {
        file: 'custody/device-answer.ts',
        find: 'answer.held ? Math.min(ackedBefore, stored) : stored',
        replace: 'answer.held ? Math.min(ackedBefore, stored) : Math.max(disk.acked, stored)',
      },
    ],
  },
  {
    name: 'cursor-kept-on-one-side-only',
    expects: ['I7'],
    changes: [
      {
        file: 'custody/device-disk.ts',
        find: 'incarnation: write.incarnation, cursor: 0 }',
        replace: 'incarnation: write.incarnation, cursor: disk.cursor }',
      },
    ],
  },
  {
    name: 'cursor-moved-in-another-transaction',
    expects: ['I7'],
    changes: [
      {
        file: 'custody/device-answer.ts',
        find: "  if (newIncarnation) writes.push({ type: 'dropServerBase', incarnation });",
        replace:
          "  if (newIncarnation) writes.push({ type: 'dropServerBase', incarnation });\n  else if (marks.pulled) writes.push({ type: 'putPulled', answer: -1, incarnation, cursor: marks.pulled.cursor });",
      },
      {
        file: 'custody/device-answer.ts',
        find: 'expect: { incarnation, cursor: newIncarnation ? 0 : state.disk.cursor },',
        replace: 'expect: { incarnation, ...(newIncarnation && { cursor: 0 }) },',
      },
    ],
  },
];

const serverMutants: readonly Mutant[] = [
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
    expects: ['I26'],
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

const forwarderMutants: readonly Mutant[] = [
  {
    name: 'blind-portal-retry',
    expects: ['I8'],
    changes: [
      {
        file: 'custody/forwarder.ts',
        find: 'return doubt(settings, { ...state, failures: state.failures + 1 }, now);',
        replace: "return settle({ ...state, failures: state.failures + 1, dueAt: now }, 'ready');",
      },
    ],
  },
  {
    name: 'query-before-the-window',
    expects: ['I8'],
    changes: [
      {
        file: 'custody/forwarder.ts',
        find: ': since + settings.visibilityWindow;',
        replace: ': since + settings.firstBackOff;',
      },
      {
        file: 'custody/forwarder-state.ts',
        find: 'now >= state.unknownSince + settings.visibilityWindow',
        replace: 'now >= state.unknownSince + settings.firstBackOff',
      },
    ],
  },
  {
    name: 'direct-create-after-restore',
    expects: ['I8'],
    changes: [
      {
        file: 'custody/forwarder.ts',
        find: 'if (bornOfRestore) return doubt(settings, { ...state, queryFirst: true }, now);',
        replace: '',
      },
      {
        file: 'custody/forwarder.ts',
        find: 'return state.queryFirst ? doubt(settings, state, state.createdAt) : prepareCall(settings, state, event);',
        replace: 'return prepareCall(settings, state, event);',
      },
    ],
  },
  {
    name: 'call-under-way-forgotten-at-start',
    expects: ['I8', 'I11'],
    changes: [
      {
        file: 'custody/forwarder.ts',
        find: "if (state.phase === 'calling') return doubt(settings, state, now);",
        replace: "if (state.phase === 'calling') return settle(state, 'ready');",
      },
    ],
  },
  {
    name: 'call-before-intent',
    expects: ['I10'],
    changes: [
      {
        file: 'custody/forwarder.ts',
        find: "effects: [{ type: 'commitIntent' }] };",
        replace:
          "effects: [{ type: 'call', reference: intent.reference, attempt: intent.attempt, payloadHash }] };",
      },
    ],
  },
  {
    name: 'payload-not-frozen',
    expects: ['I11'],
    changes: [
      {
        file: 'custody/forwarder.ts',
        find: 'state.startedAt === null ? (event.payloadHash ?? state.payloadHash) : state.payloadHash',
        replace: 'event.payloadHash ?? state.payloadHash',
      },
    ],
  },
  {
    name: 'refusal-of-a-repetition-believed',
    expects: ['I9'],
    changes: [
      {
        file: 'custody/forwarder.ts',
        find: 'if (state.unknownSince !== null) return settle({ ...state, queryFirst: true',
        replace: 'if (state.unknownSince === -1) return settle({ ...state, queryFirst: true',
      },
    ],
  },
];

export const mutants: readonly Mutant[] = [...deviceMutants, ...serverMutants, ...forwarderMutants];
