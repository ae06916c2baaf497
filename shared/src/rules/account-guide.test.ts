import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountSteps } from '../../data/account-steps.ts';
import type { AccountStep, GuideAnswers } from './account-guide.ts';
import { collectAccountRecords, DONE, listPassedSteps, listStepFaults, nextStep } from './account-guide.ts';

const grownUp = { age: 60 };
const next = (answers: GuideAnswers, context = grownUp as { age?: number }) =>
  nextStep(accountSteps, answers, context)?.id;
const withCard = { papers: 'chipCard', sim: 'own', phone: 'own' };
const wholeWay = {
  ...withCard,
  vneid: 'level2Active',
  webSignIn: 'allowed',
  portalLogin: 'firstTime',
  email: 'hasNot',
  payment: 'ready',
  vssid: 'skip',
  healthBook: 'skip',
  firstDossier: 'real',
};

describe('the way through the account steps', () => {
  it('begins with the papers and asks one thing at a time', () => {
    expect(next({})).toBe('papers');
    expect(next({ papers: 'newCard' })).toBe('sim');
    expect(next(withCard)).toBe('vneid');
  });

  it('covers the steps A to K', () => {
    const letters = new Set(accountSteps.map((step) => step.letter));
    expect([...letters].sort().join('')).toBe('ABCDEFGHIJK');
  });

  it('ends after the first dossier and knows what came of it', () => {
    expect(next(wholeWay)).toBeUndefined();
    expect(collectAccountRecords(accountSteps, wholeWay, grownUp)).toEqual({
      idDocType: 'CCCD',
      simStatus: 'own',
      deviceAccess: 'own',
      vneidInstalled: true,
      vneidLevel: 2,
      activated: true,
      webSignInAllowed: true,
      portalFirstLogin: true,
      hasEmail: false,
      paymentReady: true,
      firstDossier: 'real',
    });
  });

  it('sends a person without a valid card to the police and goes on with the SIM', () => {
    const answers = { papers: 'onlyOldPaper' };
    expect(next(answers)).toBe('sim');
    expect(collectAccountRecords(accountSteps, answers, grownUp).referral).toBe('police');
    expect(listPassedSteps(accountSteps, answers, grownUp)[0]?.outcome.advice?.vi).toContain('Công an xã');
  });

  it('asks for a parent when the person is under fourteen, and not on the birthday', () => {
    expect(next({ papers: 'chipCard' }, { age: 13 })).toBe('guardian');
    expect(next({ papers: 'chipCard' }, { age: 14 })).toBe('sim');
    expect(next({ papers: 'noCard', guardian: 'hasLevel2' }, { age: 5 })).toBe('childAccount');
    expect(next({ papers: 'noCard', guardian: 'absent' }, { age: 5 })).toBeUndefined();
  });

  it('does not take an unasked age for a child', () => {
    expect(next({ papers: 'chipCard' }, {})).toBe('sim');
  });

  it('stops where there is no phone, with a relative as the way on', () => {
    const answers = { papers: 'chipCard', sim: 'none', phone: 'none' };
    expect(next(answers)).toBeUndefined();
    expect(listPassedSteps(accountSteps, answers, grownUp).at(-1)?.outcome.followUp).toBe('relative');
  });

  it('never says level 2 before it is activated', () => {
    for (const vneid of ['level2Waiting', 'level1', 'none']) {
      const answers = { ...withCard, vneid, level1: 'registered', police: 'appointment' };
      expect(collectAccountRecords(accountSteps, answers, grownUp).vneidLevel).not.toBe(2);
    }
  });

  it('asks about VssID and the health book only with an activated account', () => {
    const waiting = { ...withCard, vneid: 'level1', police: 'appointment', payment: 'no' };
    expect(next(waiting)).toBe('firstDossier');
    expect(next({ ...wholeWay, vssid: undefined })).toBe('vssid');
  });

  it('asks a step again when its outcome is one that no longer exists', () => {
    expect(next({ ...withCard, sim: 'viettel' })).toBe('sim');
  });

  it('comes to an end whatever is answered, for every age', () => {
    const chosen = fc.record(
      Object.fromEntries(
        accountSteps.map((step) => [step.id, fc.constantFrom(...step.outcomes.map((item) => item.id))]),
      ),
    );
    fc.assert(
      fc.property(
        chosen,
        fc.integer({ min: 0, max: 100 }),
        (answers, age) => next(answers, { age }) === undefined,
      ),
    );
  });
});

describe('the steps as data', () => {
  it('lead forward only, to steps that exist', () => {
    expect(listStepFaults(accountSteps)).toEqual([]);
  });

  it('can all be reached', () => {
    const reached = new Set<string>();
    const visited = new Set<string>();
    const visit = (answers: Record<string, string>, age: number) => {
      const step = nextStep(accountSteps, answers, { age });
      const records = collectAccountRecords(accountSteps, answers, { age });
      const state = JSON.stringify([step?.id, records, age]);
      if (step === undefined || visited.has(state)) return;
      visited.add(state);
      reached.add(step.id);
      for (const item of step.outcomes) visit({ ...answers, [step.id]: item.id }, age);
    };
    for (const age of [8, 40]) visit({}, age);
    expect([...reached].sort()).toEqual(accountSteps.map((step) => step.id).sort());
  });

  it('leave every secret to the citizen and tell the helper to look away', () => {
    for (const step of accountSteps.filter((item) => item.secret !== undefined)) {
      expect(step.secret?.letThemTap.vi.toLowerCase()).toContain('để bác tự bấm');
      expect(step.secret?.lookAway.vi.toLowerCase()).toContain('mời tổ viên quay đi');
      expect(step.whoMayAct).not.toContain('onBehalf');
    }
    for (const id of ['level1', 'activate', 'portalLogin', 'childAccount'])
      expect(accountSteps.find((step) => step.id === id)?.secret).toBeDefined();
  });

  it('say the first rule wherever somebody taps on a phone, and not at the police', () => {
    const without = accountSteps.filter((step) => !step.touchesPhone).map((step) => step.id);
    expect(without).toEqual(['papers', 'guardian', 'sim', 'police']);
  });

  it('have the police for level 2 and nobody in between', () => {
    const police = accountSteps.filter((step) => step.needsPolice);
    expect(police.map((step) => [step.id, step.whoMayAct])).toEqual([['police', ['self']]]);
  });

  it('say so to whoever edits them wrongly', () => {
    const [first, second] = accountSteps as [AccountStep, AccountStep];
    const back = { ...second, outcomes: second.outcomes.map((item) => ({ ...item, next: first.id })) };
    expect(listStepFaults([first, back])).toContain(`${second.id}: ${first.id} is no later step`);
    expect(listStepFaults([first, first])).toContain(`step ${first.id} stands twice`);
    const told = {
      ...first,
      outcomes: [],
      whoMayAct: ['onBehalf' as const],
      secret: { letThemTap: first.question, lookAway: first.question },
    };
    expect(listStepFaults([told])).toEqual([
      `${first.id}: a secret is typed on a phone, so touchesPhone belongs there`,
      `${first.id}: a secret is typed by the citizen alone`,
    ]);
    expect(DONE).toBe('done');
  });
});
