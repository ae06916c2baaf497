import { describe, expect, it } from 'vitest';
import type { RecordCustody } from '../../custody/record-custody.ts';
import { chooseBarLine, isUrgent, summariseCustody } from './summarise-custody.ts';

const make = (transport: RecordCustody['transport'], more: Partial<RecordCustody> = {}): RecordCustody => ({
  transport,
  text: transport,
  piecesHere: 0,
  held: false,
  quarantined: false,
  ...more,
});
const quiet = { isSending: false, trouble: undefined };

describe('the one line of the custody bar', () => {
  it('counts what waits for signal, and says sending only while it sends', () => {
    const summary = summariseCustody([make('onDevice'), make('onDevice'), make('atServer')]);
    expect(chooseBarLine(summary, quiet)).toEqual({ key: 'custody.bar.waiting', count: 2 });
    expect(chooseBarLine(summary, { ...quiet, isSending: true })).toEqual({
      key: 'custody.bar.sending',
      count: 2,
    });
  });

  it('does not call it waiting for signal what waits for a person, nor received', () => {
    const half = make('onDevice', { unconfirmed: true });
    const line = chooseBarLine(summariseCustody([make('atServer'), half]), quiet);
    expect(line).toEqual({ key: 'custody.bar.unconfirmed' });
    expect(isUrgent(line)).toBe(false);
    const both = summariseCustody([half, make('onDevice')]);
    expect(chooseBarLine(both, quiet)).toEqual({ key: 'custody.bar.waiting', count: 1 });
  });

  it('never says saved while something is only in memory', () => {
    const summary = summariseCustody([make('atServer'), make('typing')]);
    expect(chooseBarLine(summary, quiet).key).toBe('custody.bar.typing');
  });

  it('puts a failed save before everything, in amber', () => {
    const trouble = { type: 'storage', fault: 'quota' } as const;
    const line = chooseBarLine(summariseCustody([make('typing', { trouble }), make('onDevice')]), quiet);
    expect(line.key).toBe('custody.bar.notSaved');
    expect(isUrgent(line)).toBe(true);
  });

  it('says in amber that the commune does not know the phone any more, whatever waits', () => {
    const line = chooseBarLine(summariseCustody([make('onDevice')]), { ...quiet, trouble: 'deviceUnknown' });
    expect(line.key).toBe('custody.bar.deviceUnknown');
    expect(isUrgent(line)).toBe(true);
  });

  it('asks for mending only where something can be mended', () => {
    const told = (code: 'fieldInvalid' | 'outsideDelegation') => {
      const record = make('atServer', { setAside: { seq: 1, code } });
      return chooseBarLine(summariseCustody([record]), quiet).key;
    };
    expect(told('fieldInvalid')).toBe('custody.bar.needsFix');
    expect(told('outsideDelegation')).toBe('custody.bar.allSent');
  });

  it('says that the commune has everything only when nothing waits', () => {
    expect(chooseBarLine(summariseCustody([make('atServer')]), quiet).key).toBe('custody.bar.allSent');
    expect(chooseBarLine(summariseCustody([]), quiet).key).toBe('custody.bar.empty');
  });
});
