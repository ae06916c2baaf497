import { describe, expect, it } from 'vitest';
import type { RecordCustody } from '../../custody/record-custody.ts';
import { combineCustody } from './combine-custody.ts';

const make = (text: RecordCustody['text'], more: Partial<RecordCustody> = {}): RecordCustody => ({
  ...{ transport: text, text, piecesHere: 0, held: false, quarantined: false },
  ...more,
});

describe('where a dossier is, with its papers', () => {
  it('is with the commune only when every paper is', () => {
    expect(combineCustody(make('atServer'), [make('atServer')], 0).transport).toBe('atServer');
    expect(combineCustody(make('atServer'), [make('onDevice')], 0).transport).toBe('onDevice');
  });

  it('tells words from pictures: the words may have arrived while a picture waits', () => {
    const custody = combineCustody(make('atServer'), [make('atServer')], 2);
    expect(custody).toMatchObject({ transport: 'onDevice', text: 'atServer', piecesHere: 2 });
  });

  it('is being typed as long as one key is in memory only', () => {
    expect(combineCustody(make('typing'), [make('atServer')], 0).transport).toBe('typing');
  });

  it('passes on what went wrong with any part of it', () => {
    const trouble = { type: 'checkFailed' } as const;
    expect(combineCustody(make('atServer'), [make('typing', { trouble })], 0).trouble).toBe(trouble);
  });
});
