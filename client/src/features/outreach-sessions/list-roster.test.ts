import { describe, expect, it } from 'vitest';
import { listRoster } from './list-roster.ts';

const member = (id: string, name: string, outAt?: number) => ({
  id,
  name,
  inAt: 1,
  backAt: undefined,
  outAt,
});
const team = [
  { id: 'lanh', name: 'Lành' },
  { id: 'mai', name: 'Trần Thị Mai' },
  { id: 'nam', name: 'Lê Văn Nam' },
];
const rows = (...facts: Parameters<typeof listRoster>) =>
  listRoster(...facts).map(({ name, state }) => `${name} ${state}`);

describe('the team at a session', () => {
  it('counts those who are to come beside those who came, each once, by given name', () => {
    const members = [member('nam', 'Lê Văn Nam'), member('lanh', 'Lành', 9), member('x', 'Bà Ví')];
    expect(rows({ members, expected: team }, [])).toEqual([
      'Lành left',
      'Lê Văn Nam here',
      'Bà Ví here',
      'Trần Thị Mai awaited',
    ]);
  });

  it('takes the team as the commune named it where the session says nothing, and only there', () => {
    const members = [member('lanh', 'Lành')];
    expect(rows({ members, expected: [] }, team)).toHaveLength(3);
    expect(rows({ members, expected: [{ id: 'lanh', name: 'Lành' }] }, team)).toEqual(['Lành here']);
  });
});
