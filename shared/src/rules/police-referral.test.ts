import { describe, expect, it } from 'vitest';
import { accountSteps } from '../../data/account-steps.ts';
import { collectAccountRecords, type GuideAnswers, listPassedSteps } from './account-guide.ts';
import { describeReferral } from './police-referral.ts';

const mau = {
  ...{ fullName: 'Hoàng Thị Mẫu', phone: '0912345678', personalId: '099147000011' },
  ...{ dateOfBirth: '1947-03-02', residenceAsPrinted: 'Thôn Mẫu' },
};
const describeOf = (answers: GuideAnswers, more: { isGuideFinished?: boolean; day?: string } = {}) =>
  describeReferral({
    ...{ citizen: mau, isGuideFinished: false, day: undefined, ...more },
    outcomes: listPassedSteps(accountSteps, answers, { age: 60 }).map(({ outcome }) => outcome),
    records: collectAccountRecords(accountSteps, answers, { age: 60 }),
  });
const own = { sim: 'own', phone: 'own' };

describe('what the police are told', () => {
  it('is a name, a telephone, a day and an errand, and nothing else of the person', () => {
    const answers = { ...own, papers: 'chipCard', vneid: 'level1', police: 'appointment' };
    expect(describeOf(answers, { day: '2026-11-25' })).toEqual({
      ...{ name: 'Hoàng Thị Mẫu', phone: '0912345678' },
      ...{ errands: ['level2'], paper: 'card', day: '2026-11-25' },
    });
  });

  it('is level 2 before the guide has said anything: that is what the yes was asked for', () => {
    expect(describeOf({})).toMatchObject({ errands: ['level2'], paper: null, day: null });
  });

  it('says whether a card is to be made, and what there is instead of one', () => {
    const papers = [
      ['expiredCard', 'expired'],
      ['onlyOldPaper', 'oldPaper'],
      ['noCard', 'none'],
    ] as const;
    for (const [outcome, paper] of papers)
      expect(describeOf({ papers: outcome })).toMatchObject({ errands: ['card'], paper });
  });

  it('asks for everything that came up, each once, in one order', () => {
    const answers = {
      ...own,
      papers: 'noCard',
      vneid: 'none',
      level1: 'mismatch',
      policeCard: 'appointment',
    };
    expect(describeOf(answers).errands).toEqual(['card', 'check']);
  });

  it('is nothing once level 2 works, or the guide has ended without the police', () => {
    expect(describeOf({ ...own, papers: 'chipCard', vneid: 'level2Active' }).errands).toEqual([]);
    expect(describeOf({ papers: 'chipCard' }, { isGuideFinished: true }).errands).toEqual([]);
  });
});
