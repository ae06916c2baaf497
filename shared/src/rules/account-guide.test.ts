import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountSteps } from '../../data/account-steps.ts';
import type { AccountStep, GuideAnswers } from './account-guide.ts';
import {
  collectAccountRecords,
  DONE,
  findGuideAge,
  listPassedSteps,
  listStepFaults,
  nextStep,
} from './account-guide.ts';

const TODAY = '2026-11-22';
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
      cardValid: true,
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
    expect(next({}, { age: 13 })).toBe('childPapers');
    expect(next({ childPapers: 'hasCard' }, { age: 13 })).toBe('guardian');
    expect(next({ papers: 'chipCard' }, { age: 14 })).toBe('sim');
    expect(next({ childPapers: 'noCard', guardian: 'absent' }, { age: 5 })).toBeUndefined();
  });

  it('offers a child what its age and its card allow: level 2 from six and with a card, and no police before', () => {
    const withParent = (card: string) => ({ childPapers: card, guardian: 'hasLevel2' });
    expect(next(withParent('hasCard'), { age: 6 })).toBe('childAccount');
    expect(next(withParent('noCard'), { age: 13 })).toBe('childCard');
    for (const card of ['hasCard', 'noCard']) expect(next(withParent(card), { age: 5 })).toBe('childLevel1');
    const small = listPassedSteps(
      accountSteps,
      { ...withParent('noCard'), childLevel1: 'registered' },
      { age: 5 },
    );
    expect(small.flatMap(({ outcome }) => outcome.errand ?? [])).toEqual([]);
  });

  it('does not take an unasked age for a child', () => {
    expect(next({ papers: 'chipCard' }, {})).toBe('sim');
  });

  describe('for whoever has no valid card', () => {
    const lost = { sim: 'none', phone: 'own', vneid: 'none', level1: 'mismatch' };
    const papers = ['expiredCard', 'onlyOldPaper', 'noCard'];
    const advise = (answers: GuideAnswers) =>
      listPassedSteps(accountSteps, answers, grownUp).map(({ outcome }) => outcome.advice?.vi ?? '');

    it.each(papers)('%s: has the card made at the police, and is never told to bring one', (paper) => {
      const answers = {
        ...lost,
        papers: paper,
        policeCard: 'appointment',
        payment: 'wants',
        firstDossier: 'later',
      };
      expect(next({ ...lost, papers: paper })).toBe('policeCard');
      expect(next(answers)).toBeUndefined();
      expect(advise(answers).join('\n')).not.toMatch(/Mang thẻ căn cước|mang thẻ căn cước/);
      const errands = listPassedSteps(accountSteps, answers, grownUp).map(({ outcome }) => outcome.errand);
      expect(errands).toContain('card');
      expect(errands).not.toContain('level2');
    });

    it('is told once, in one sentence, what to bring: what is left of the papers', () => {
      const bring = (paper: string) => {
        const [first] = advise({ ...lost, papers: paper });
        const last = advise({ ...lost, papers: paper, policeCard: 'appointment' }).at(-1);
        expect(last).toBe(first);
        return first;
      };
      expect(bring('expiredCard')).toContain('Mang thẻ cũ');
      expect(bring('onlyOldPaper')).toContain('Mang chứng minh cũ');
      expect(bring('noCard')).toContain('giấy khai sinh');
    });

    it('has another way than somebody with a card', () => {
      const answers = { ...lost, papers: 'chipCard' };
      expect(next(answers)).toBe('police');
      expect(advise({ ...answers, police: 'appointment' }).at(-1)).toContain('Mang thẻ căn cước');
    });
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
    for (const age of [4, 8, 40]) visit({}, age);
    expect([...reached].sort()).toEqual(accountSteps.map((step) => step.id).sort());
  });

  it('leave every secret to the citizen and tell the helper to look away', () => {
    for (const step of accountSteps.filter((item) => item.secret !== undefined)) {
      expect(step.secret?.letThemTap.vi.toLowerCase()).toContain('để bác tự bấm');
      expect(step.secret?.lookAway.vi.toLowerCase()).toContain('mời tổ viên quay đi');
      expect(step.whoMayAct).not.toContain('onBehalf');
    }
    for (const id of ['level1', 'activate', 'portalLogin', 'childAccount', 'childLevel1'])
      expect(accountSteps.find((step) => step.id === id)?.secret).toBeDefined();
  });

  it('say the first rule wherever somebody taps on a phone, and not at the police', () => {
    const without = accountSteps.filter((step) => !step.touchesPhone).map((step) => step.id);
    expect(without).toEqual([
      ...['papers', 'childPapers', 'guardian', 'childCard', 'sim'],
      ...['police', 'policeCard'],
    ]);
  });

  it('have the police for level 2 and nobody in between', () => {
    const police = accountSteps.filter((step) => step.needsPolice);
    expect(police.map((step) => [step.id, step.whoMayAct])).toEqual([
      ['police', ['self']],
      ['policeCard', ['self']],
    ]);
  });

  it('say so to whoever edits them wrongly', () => {
    const [first, second] = accountSteps as [AccountStep, AccountStep];
    const back = { ...second, outcomes: second.outcomes.map((item) => ({ ...item, next: first.id })) };
    expect(listStepFaults([first, back])).toContain(`${second.id}: ${first.id} is no later step`);
    expect(listStepFaults([first, first])).toContain(`step ${first.id} stands twice`);
    const told = {
      ...first,
      otherwise: DONE,
      outcomes: [],
      whoMayAct: ['onBehalf' as const],
      secret: { letThemTap: first.question, lookAway: first.question },
    };
    expect(listStepFaults([told])).toEqual([
      `${first.id}: a secret is typed on a phone, so touchesPhone belongs there`,
      `${first.id}: a secret is typed by the citizen alone`,
    ]);
    const backwards = { ...second, whoMayAct: ['guided' as const, 'self' as const] };
    expect(listStepFaults([backwards]).join()).toContain(
      'stands in the order self, guided, assisted, onBehalf',
    );
    const lost = first.outcomes.map(({ errand: _errand, ...item }) => item);
    expect(listStepFaults([{ ...first, outcomes: lost }]).join()).toContain(
      'noCard sends to the police without an errand',
    );
    expect(DONE).toBe('done');
  });
});

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
