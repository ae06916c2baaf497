import { describe, expect, it } from 'vitest';
import { accountSteps } from '#data/account-steps';
import { collectAccountRecords, listPassedSteps, nextStep } from '#shared/rules/account-guide';
import { countStepsAhead, findGuideAge, listFollowUps, suggestActor } from './guide-way.ts';

const TODAY = '2026-11-22';

describe('the age that the guide goes by', () => {
  it('is whole years on the day', () => {
    expect(findGuideAge('2012-11-22', TODAY)).toBe(14);
    expect(findGuideAge('2012-11-23', TODAY)).toBe(13);
  });

  it('takes nobody for a child because only the year is known', () => {
    expect(findGuideAge('2012', TODAY)).toBe(14);
    expect(findGuideAge('2013', TODAY)).toBe(13);
  });

  it('is not known where nothing is, or where the birth is still to come', () => {
    expect(findGuideAge(undefined, TODAY)).toBeUndefined();
    expect(findGuideAge('2030', TODAY)).toBeUndefined();
  });
});

describe('the steps ahead', () => {
  it('are at first the longest way: nobody is promised less than it may be', () => {
    expect(countStepsAhead(accountSteps, 'papers', { age: 60, records: {} })).toBe(14);
  });

  it('are fewer once it is known that level 2 works already', () => {
    const answers = { papers: 'chipCard', sim: 'own', phone: 'own', vneid: 'level2Active' };
    const records = collectAccountRecords(accountSteps, answers, { age: 60 });
    expect(countStepsAhead(accountSteps, 'webSignIn', { age: 60, records })).toBe(7);
  });

  it('never grow, whichever outcome is chosen', () => {
    const context = { age: 60 };
    const walk = (answers: Record<string, string>, before: number): void => {
      const step = nextStep(accountSteps, answers, context);
      if (!step) return;
      const records = collectAccountRecords(accountSteps, answers, context);
      const total =
        listPassedSteps(accountSteps, answers, context).length +
        countStepsAhead(accountSteps, step.id, { ...context, records });
      expect(total).toBeLessThanOrEqual(before);
      for (const outcome of step.outcomes) walk({ ...answers, [step.id]: outcome.id }, total);
    };
    walk({}, 14);
  });

  it('are those of a child when a child came', () => {
    expect(countStepsAhead(accountSteps, 'papers', { age: 12, records: {} })).toBe(3);
  });
});

describe('who acts', () => {
  it('is the same as in the step before, where that may be', () => {
    expect(suggestActor(['self', 'guided', 'assisted'], 'assisted')).toBe('assisted');
    expect(suggestActor(['self', 'guided'], 'assisted')).toBe('guided');
  });

  it('is never set to doing it for them without being asked', () => {
    expect(suggestActor(['self', 'guided', 'assisted', 'onBehalf'], 'onBehalf')).toBe('guided');
    expect(suggestActor(['self'], undefined)).toBe('self');
  });
});

describe('what is left to do', () => {
  const outcomes = listPassedSteps(
    accountSteps,
    { papers: 'noCard', sim: 'notVerified', phone: 'own', vneid: 'level1', police: 'appointment' },
    { age: 60 },
  ).map((passage) => passage.outcome);

  it('names each thing once', () => {
    expect(listFollowUps(outcomes, { mayReferToPolice: true })).toEqual(['police', 'telco']);
  });

  it('tells the police of nobody who did not agree to it', () => {
    expect(listFollowUps(outcomes, { mayReferToPolice: false })).toEqual(['telco']);
  });
});
