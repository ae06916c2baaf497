import { describe, expect, it } from 'vitest';
import type { FormDocument } from '#shared/rules/form-definition';
import { findReason, listReasons } from './list-reasons.ts';

const paper: FormDocument = {
  id: 'marriage',
  label: { vi: 'Giấy kết hôn', en: 'Marriage certificate' },
  required: true,
  acceptPhoto: true,
};

describe('why a paper may be left out', () => {
  it('depends on who lodges: the citizen’s own camera where the citizen files, the paper itself at the office', () => {
    expect(listReasons(paper, 'selfOwnPhone')).toEqual(['officeLooksUp', 'ownCamera']);
    expect(listReasons(paper, 'counter')).toEqual(['officeLooksUp', 'bringPaper']);
    expect(listReasons(paper, 'authorisedForward')).toEqual(['officeLooksUp']);
  });

  it('lets a paper that is only shown come along on every way, and never asks for its picture', () => {
    const card = { ...paper, acceptPhoto: false };
    expect(listReasons(card, 'policeInPerson')).toEqual(['officeLooksUp', 'bringPaper']);
    expect(listReasons(card, undefined)).toEqual(['officeLooksUp', 'bringPaper']);
  });

  it('names the citizen’s vault only for a paper that may be in it', () => {
    expect(listReasons({ ...paper, mayBeInVault: true }, undefined)).toContain('inVault');
    expect(listReasons(paper, undefined)).not.toContain('inVault');
  });

  it('leaves a reason of a newer version standing', () => {
    expect(findReason('somethingNew')).toBeUndefined();
  });
});
