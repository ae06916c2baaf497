import { describe, expect, it } from 'vitest';
import { invitationRequest } from '#shared/contracts/administration';
import { checkInvitation } from './check-invitation.ts';

const draft = { role: 'volunteer', name: ' Ông Lành ', hamlet: ' Thôn Mẫu ', lasts: 'screen' } as const;

describe('an invitation', () => {
  it('is for a named person of a hamlet, without stray spaces', () => {
    const checked = checkInvitation(draft);
    expect(checked).toEqual({
      ok: true,
      value: { role: 'volunteer', name: 'Ông Lành', hamlet: 'Thôn Mẫu', lasts: 'screen' },
    });
    expect(checked.ok && invitationRequest.safeParse(checked.value).success).toBe(true);
  });

  it('for a team asks for the hamlet, and for everybody the name', () => {
    expect(checkInvitation({ ...draft, name: ' ', hamlet: '' })).toEqual({
      ok: false,
      error: { name: true, hamlet: true },
    });
  });

  it('for an officer leaves out a hamlet that was typed before', () => {
    expect(checkInvitation({ ...draft, role: 'officer' })).toMatchObject({
      ok: true,
      value: { hamlet: null },
    });
  });
});
