/** Faults of the device core: each is a promise that a phone would break in silence. */
import type { Mutant } from './mutant.ts';

export const deviceMutants: readonly Mutant[] = [
  {
    name: 'dequeue-before-acknowledgement',
    expects: ['I5', 'I6'],
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
    expects: ['I1', 'I29'],
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
    expects: ['I28', 'I29', 'I3', 'I1'],
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
    expects: ['I1', 'I5', 'I7', 'I25', 'I26'],
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
  {
    name: 'held-forgotten-by-another-save',
    expects: ['I27'],
    changes: [
      {
        file: 'custody/device-hold.ts',
        find: 'holding.includes(record) || (isHeldOnDisk(state, record) && !confirmed.includes(record));',
        replace: 'holding.includes(record) && confirmed.length >= 0;',
      },
    ],
  },
  {
    name: 'held-placed-by-a-send',
    expects: ['I27'],
    changes: [
      {
        file: 'custody/device-hold.ts',
        find: 'unconfirmed !== true || state.memory.confirmed.includes(record)',
        replace: 'unconfirmed !== true || record !== undefined || state.memory.confirmed.includes(record)',
      },
    ],
  },
  {
    name: 'mended-by-any-later-save',
    expects: ['I1'],
    changes: [
      {
        file: 'custody/device-answer.ts',
        find: '(item.seq <= acked ? (item.mends ?? []) : [])',
        replace:
          '(item.seq <= acked ? disk.setAside.flatMap(({ record, seq }) => (record === item.record && item.seq > seq ? seq : [])) : [])',
      },
    ],
  },
  {
    name: 'set-aside-not-said-again',
    expects: ['I1'],
    changes: [
      {
        file: 'custody/device-disk.ts',
        find: 'return notes.filter(({ seq }) => !said.includes(seq));',
        replace: 'return notes.filter(({ seq }) => seq < 0 && !said.includes(seq));',
      },
      {
        file: 'custody/device-disk.ts',
        find: '...listUnmended(disk, record).map(({ seq }) => seq)]',
        replace: '...disk.setAside.flatMap((note) => (note.record === record ? note.seq : []))]',
      },
    ],
  },
];
