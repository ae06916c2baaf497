/** The one line of the custody bar, worked out from every record's custody. Counts work, not files; draws nothing. */
import type { DeviceTrouble } from '../../custody/open-device.ts';
import type { RecordCustody } from '../../custody/record-custody.ts';

export interface CustodySummary {
  readonly typing: number;
  /** Saved here, not yet received: what a person would call a piece of work that waits. */
  readonly waiting: number;
  /** Saved here, and waiting for a person to be done with it: no line sends it. */
  readonly unconfirmed: number;
  readonly received: number;
  readonly held: number;
  readonly setAside: number;
  readonly troubled: number;
  readonly pieces: number;
}

export function summariseCustody(all: Iterable<RecordCustody>): CustodySummary {
  const summary = {
    typing: 0,
    waiting: 0,
    unconfirmed: 0,
    received: 0,
    held: 0,
    setAside: 0,
    troubled: 0,
    pieces: 0,
  };
  for (const one of all) {
    summary.pieces += one.piecesHere;
    if (one.trouble) summary.troubled++;
    // Nothing of it can be mended: whoever wrote it is told on their first screen.
    if (one.setAside && one.setAside.code !== 'outsideDelegation') summary.setAside++;
    if (one.held) summary.held++;
    if (one.transport === 'typing') summary.typing++;
    else if (one.unconfirmed) summary.unconfirmed++;
    else if (one.transport === 'onDevice') summary.waiting++;
    else summary.received++;
  }
  return summary;
}

export type BarLine =
  | {
      readonly key:
        | 'custody.bar.notSaved'
        | 'custody.bar.typing'
        | 'custody.bar.awaitingApproval'
        | `custody.bar.${DeviceTrouble}`;
    }
  | { readonly key: 'custody.bar.unconfirmed' | 'custody.bar.allSent' | 'custody.bar.empty' }
  | {
      readonly key: 'custody.bar.needsFix' | 'custody.bar.waiting' | 'custody.bar.sending';
      readonly count: number;
    };

export interface LineFacts {
  readonly isSending: boolean;
  readonly trouble: DeviceTrouble | undefined;
}

/** The most urgent first; amber only when a person should act. */
export function chooseBarLine(summary: CustodySummary, line: LineFacts): BarLine {
  if (summary.troubled > 0) return { key: 'custody.bar.notSaved' };
  if (line.trouble) return { key: `custody.bar.${line.trouble}` };
  if (summary.setAside > 0) return { key: 'custody.bar.needsFix', count: summary.setAside };
  if (summary.typing > 0) return { key: 'custody.bar.typing' };
  if (summary.held > 0) return { key: 'custody.bar.awaitingApproval' };
  if (summary.waiting > 0)
    return { key: line.isSending ? 'custody.bar.sending' : 'custody.bar.waiting', count: summary.waiting };
  if (summary.unconfirmed > 0) return { key: 'custody.bar.unconfirmed' };
  return { key: summary.received > 0 ? 'custody.bar.allSent' : 'custody.bar.empty' };
}

const CALM: readonly BarLine['key'][] = [
  'custody.bar.typing',
  'custody.bar.awaitingApproval',
  'custody.bar.waiting',
  'custody.bar.sending',
  'custody.bar.unconfirmed',
  'custody.bar.allSent',
  'custody.bar.empty',
];

export function isUrgent(line: BarLine): boolean {
  return !CALM.includes(line.key);
}
