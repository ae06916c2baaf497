import { describe, expect, it } from 'vitest';
import type { RecordState } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import type { Lodging } from '#shared/model/dossier';
import type { Json } from '#shared/model/operation';
import { listLodged } from './list-lodged.ts';

const at = (text: string): number => Date.parse(`2026-${text}T09:00:00+07:00`);
const now = at('11-27');

function writeDossier(
  procedure: string,
  lodging: Partial<Lodging>,
  more: Record<string, Json> = {},
): RecordState {
  const values = { procedure, lodging: { state: 'lodged', at: now, ...lodging }, ...more };
  const fields = Object.entries(values).map(([path, value]) => [
    path,
    { value: value as Json, seq: 1, device: 'server' as const },
  ]);
  return { record: procedure as RecordId, collection: 'dossier', fields: Object.fromEntries(fields), seq: 1 };
}

const list = (...dossiers: RecordState[]) => listLodged(dossiers, now).map(({ procedure }) => procedure);

describe('the dossiers that the shares of a month are made of', () => {
  it('are those of this month and the one before, and whatever is open', () => {
    const ended = { status: 9, at: at('09-20') };
    expect(
      list(
        writeDossier('thisMonth', { lodgedAt: at('11-02') }),
        writeDossier('monthBefore', { lodgedAt: at('10-02'), ended: { status: 9, at: at('10-05') } }),
        writeDossier('openSince', { lodgedAt: at('03-02') }),
        writeDossier('longOver', { lodgedAt: at('09-02'), ended }),
      ),
    ).toEqual(['thisMonth', 'monthBefore', 'openSince']);
  });

  it('have one that took months, in the month in which it ended: it is late then, and was not before', () => {
    const late = { lodgedAt: at('07-02'), ended: { status: 9, at: at('11-20') } };
    expect(list(writeDossier('late', late))).toEqual(['late']);
  });

  it('have none of an earlier month that the officer has noted as closed and no portal ever told of', () => {
    const closedOnSoftware = { at: at('09-05'), by: 'Tú' };
    expect(list(writeDossier('closed', { lodgedAt: at('09-02') }, { closedOnSoftware }))).toEqual([]);
    const lately = { closedOnSoftware: { at: at('11-05'), by: 'Tú' } };
    expect(list(writeDossier('lately', { lodgedAt: at('09-02') }, lately))).toEqual(['lately']);
  });
});
