/** Faults of the forwarder core: what would send a dossier twice, or leave it unknown. */
import type { Mutant } from './mutant.ts';

export const forwarderMutants: readonly Mutant[] = [
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
    focus: 'keyedPortal',
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
