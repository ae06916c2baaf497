import { describe, expect, it } from 'vitest';
import { accountSteps } from '#data/account-steps';
import { collectAccountRecords, listPassedSteps, nextStep } from '#shared/rules/account-guide';
import { countStepsAhead, listFollowUps, suggestActor } from './guide-way.ts';

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
    // Ways that know the same and are as long go on alike.
    const walked = new Set<string>();
    const walk = (answers: Record<string, string>, before: number): void => {
      const step = nextStep(accountSteps, answers, context);
      if (!step) return;
      const records = collectAccountRecords(accountSteps, answers, context);
      const total =
        listPassedSteps(accountSteps, answers, context).length +
        countStepsAhead(accountSteps, step.id, { ...context, records });
      expect(total).toBeLessThanOrEqual(before);
      const state = JSON.stringify([step.id, records, total]);
      if (walked.has(state)) return;
      walked.add(state);
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
    {
      papers: 'noCard',
      sim: 'notVerified',
      phone: 'own',
      vneid: 'level1',
      policeCard: 'appointment',
      payment: 'no',
      firstDossier: 'later',
    },
    { age: 60 },
  ).map((passage) => passage.outcome);

  it('names each thing once, the police too: the team goes on caring for whoever goes there alone', () => {
    expect(listFollowUps(outcomes)).toEqual(['police', 'telco', 'later']);
  });
});
