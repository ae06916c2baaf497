/** Which scenario a trainee is in, and which of its steps the records prove. Asks phone and commune, keeps the answer for the tab. */
import { practiceScenarios } from '#data/practice-scenarios';
import type { RecordState } from '#shared/custody/server-types';
import {
  findPerson,
  listProved,
  type PracticeEvidence,
  type PracticeRecord,
  type PracticeScenario,
} from '#shared/rules/practice-scenario';
import { useEffect, useState } from 'react';
import type { Work } from '../../custody/work.ts';
import type { PracticeLine } from '../../practice/practice-line.ts';
import { changeTab, findTab } from '../../practice/practice-tab.ts';

export interface PracticeState {
  /** Undefined before one was chosen. */
  readonly scenario: PracticeScenario | undefined;
  /** Ids of the steps that are done, in their order. */
  readonly proved: readonly string[];
  /** The person's record, for the way back to where something went wrong. */
  readonly person: string | undefined;
  readonly choose: (id: string) => void;
}

const LOOK_EVERY_MS = 1_000;
const COLLECTIONS = ['session', 'attendance', 'citizen', 'consent', 'dossier'];

export function usePracticeProgress(line: PracticeLine, work: Work): PracticeState {
  const [progress, setProgress] = useState(() => findTab()?.progress ?? { scenario: undefined, seen: {} });
  const [person, setPerson] = useState<string>();
  const scenario = practiceScenarios.find(({ id }) => id === progress.scenario);
  useEffect(() => changeTab({ progress }), [progress]);
  useEffect(() => {
    if (!scenario) return undefined;
    let isOver = false;
    const look = async () => {
      const evidence = gatherEvidence(line, work, await line.listReceived());
      if (isOver) return;
      setPerson(findPerson(scenario, evidence));
      setProgress((before) => {
        const seen = before.seen[scenario.id] ?? [];
        const proved = listProved(scenario, evidence, seen);
        if (proved.join() === seen.join()) return before;
        return { ...before, seen: { ...before.seen, [scenario.id]: proved } };
      });
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [line, work, scenario]);
  return {
    scenario,
    proved: (scenario && progress.seen[scenario.id]) ?? [],
    person,
    choose: (id) => setProgress((before) => ({ ...before, scenario: id })),
  };
}

function gatherEvidence(line: PracticeLine, work: Work, received: readonly RecordState[]): PracticeEvidence {
  return {
    phone: COLLECTIONS.flatMap((collection) => listSaved(work, collection)),
    received: received.map(({ record, collection, fields }) => ({
      record,
      collection,
      values: Object.fromEntries(Object.entries(fields).map(([path, { value }]) => [path, value])),
    })),
    hasLine: line.getWeather() !== 'none',
    pageOpenedAt: performance.timeOrigin,
  };
}

/** What is still being typed is in memory only, and proves nothing. */
function listSaved({ store, readCustody }: Work, collection: string): PracticeRecord[] {
  return store
    .listRecords(collection)
    .filter(({ record }) => readCustody(record).transport !== 'typing')
    .map(({ record, values }) => ({ record, collection, values }));
}
