import { describe, expect, it } from 'vitest';
import { authorisationRequest } from '#shared/contracts/administration';
import { checkAuthorisation } from './check-authorisation.ts';

const whole = {
  decisionNumber: ' 12/QĐ-UBND ',
  signer: 'Lê Thị Chủ Tịch',
  from: '2026-11-01',
  to: '',
  procedures: ['2.000635'],
};

describe('a written decision', () => {
  it('becomes a request that the commune takes', () => {
    const checked = checkAuthorisation(whole);
    if (!checked.ok) throw new Error('refused');
    expect(authorisationRequest.parse(checked.value)).toEqual({
      ...whole,
      decisionNumber: '12/QĐ-UBND',
      to: null,
    });
  });

  it('names every part that is missing', () => {
    const empty = { decisionNumber: ' ', signer: '', from: '', to: '', procedures: [] };
    expect(checkAuthorisation(empty)).toEqual({
      ok: false,
      error: ['decisionNumber', 'signer', 'from', 'procedures'],
    });
  });

  it('cannot end before it begins, nor on no day', () => {
    expect(checkAuthorisation({ ...whole, to: '2026-10-31' })).toEqual({ ok: false, error: ['to'] });
    expect(checkAuthorisation({ ...whole, to: '31/02' })).toEqual({ ok: false, error: ['to'] });
    expect(checkAuthorisation({ ...whole, to: '2026-11-01' }).ok).toBe(true);
  });
});
