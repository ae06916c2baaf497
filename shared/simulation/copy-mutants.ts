/**
 * Faults of the second copy, of the markers, and of sending unseen: what would make a phone that comes back lie or fork. Which of two
 * files is believed, and which one is written over, is met here too seldom to be killed: `second-copy.test.ts` tells both at once.
 */
import type { Mutant } from './mutant.ts';

const COPY = 'custody/second-copy.ts';
const MARKER = 'custody/progress-marker.ts';
const UNSEEN = 'custody/unseen-sending.ts';

export const copyMutants: readonly Mutant[] = [
  {
    name: 'half-begun-file-believed',
    focus: 'struckPhones',
    expects: ['I29', 'I28'],
    changes: [
      { file: COPY, find: 'const mark = frames[at];', replace: 'const mark = frames[at] ?? frames[0];' },
      {
        file: COPY,
        find: 'begun: frames.slice(0, at),',
        replace: 'begun: at < 0 ? frames : frames.slice(0, at),',
      },
      {
        file: COPY,
        find: 'since: frames.slice(at + 1) };',
        replace: 'since: at < 0 ? [] : frames.slice(at + 1) };',
      },
    ],
  },
  {
    name: 'caught-up-from-one-too-late',
    expects: ['I29', 'I28'],
    changes: [
      {
        file: COPY,
        find: 'commit > database.commit), place };',
        replace: 'commit > database.commit + 1), place };',
      },
    ],
  },
  {
    name: 'older-database-left-as-it-is',
    expects: ['I29', 'I28'],
    changes: [
      {
        file: COPY,
        find: 'if (!database || place.commit <= database.commit)',
        replace: 'if (!database || place.commit >= 0)',
      },
    ],
  },
  {
    name: 'copy-behind-laid-over-the-database',
    focus: 'struckPhones',
    expects: ['I29', 'I28', 'I30'],
    changes: [
      {
        file: COPY,
        find: 'if (!database || place.commit <= database.commit)',
        replace: 'if (!database || place.commit === database.commit)',
      },
      { file: COPY, find: 'if (database.commit < begunAt)', replace: 'if (database.commit !== begunAt)' },
    ],
  },
  {
    name: 'told-in-missing-transactions-not-asked-for',
    expects: ['I7'],
    changes: [
      {
        file: COPY,
        find: 'Math.min(before.cursor, written.cursor) : 0;',
        replace: 'Math.max(before.cursor, written.cursor) : 0;',
      },
    ],
  },
  {
    name: 'built-again-without-asking-from-the-beginning',
    focus: 'struckPhones',
    expects: ['I7'],
    changes: [
      {
        file: COPY,
        find: 'Math.min(before.cursor, written.cursor) : 0;',
        replace: 'Math.min(before.cursor, written.cursor) : before ? 0 : written.cursor;',
      },
    ],
  },
  {
    name: 'marker-never-talked-down',
    focus: 'struckPhones',
    expects: ['I30'],
    changes: [
      {
        file: MARKER,
        find: 'if (!before || told.lastSeq > before.lastSeq) return told;',
        replace:
          'if (!before || told.lastSeq > before.lastSeq) return { ...told, acked: Math.max(told.acked, before?.acked ?? 0) };\n  if (told.acked < before.acked) return undefined;',
      },
    ],
  },
  {
    name: 'marker-counts-places-alone',
    focus: 'struckPhones',
    expects: ['I30'],
    changes: [
      {
        file: MARKER,
        find: 'slots: Object.keys(slots).length };',
        replace: 'slots: 0 * Object.keys(slots).length };',
      },
    ],
  },
  {
    name: 'older-database-not-noticed',
    focus: 'struckPhones',
    expects: ['I30'],
    changes: [
      {
        file: MARKER,
        find: 'return found.isStopped || found.seq < lastSeq;',
        replace: 'return found.isStopped || found.seq < 0 * lastSeq;',
      },
    ],
  },
  {
    name: 'older-database-sent-from-unseen',
    focus: 'struckPhones',
    expects: ['I3'],
    changes: [
      {
        file: UNSEEN,
        find: 'return hasSendKey && !isStopped && !head.forked;',
        replace: 'return hasSendKey && (isStopped || !isStopped) && !head.forked;',
      },
    ],
  },
  {
    name: 'nothing-heard-taken-for-nothing-left',
    expects: ['I31'],
    changes: [
      {
        file: UNSEEN,
        find: "if (!answer) return { type: 'over', isDrained: false };",
        replace: "if (!answer) return { type: 'over', isDrained: true };",
      },
    ],
  },
  {
    name: 'sent-unseen-from-behind-a-gap',
    expects: ['I31'],
    changes: [
      {
        file: UNSEEN,
        find: "return { type: 'send', from: answer.expected };",
        replace: "return { type: 'send', from: answer.expected + 1 };",
      },
    ],
  },
];
