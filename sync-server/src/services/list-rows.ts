/** The rows behind a session's counts, without whose they are. */
import { accountSteps } from '#data/account-steps';
import type { AccountRow, DossierRow, PeopleRow, SessionSummary } from '#shared/contracts/review';
import type { RecordState } from '#shared/custody/server-types';
import type { AccountStep } from '#shared/model/account-setup';
import type { Route } from '#shared/model/dossier';
import { collectAccountRecords } from '#shared/rules/account-guide';
import { listBelow, readField, readNumber, readText } from './read-fields.ts';
import { findStanding, listHeads, listVisitors, type OpenedSession, tally } from './summarise-session.ts';

export function listRows(opened: OpenedSession): NonNullable<SessionSummary['rows']> {
  return {
    people: listPeopleRows(opened),
    accounts: opened.accountSetups.map(describeAccount),
    dossiers: opened.dossiers.map(describeDossier),
  };
}

function listPeopleRows(opened: OpenedSession): PeopleRow[] {
  const everybody = [
    ...[...listVisitors(opened).values()].map((visitor) => ({ ...visitor, kind: 'named' as const })),
    ...listHeads(opened).map((head) => ({
      ...head,
      kind: head.declined === true ? ('declined' as const) : ('counted' as const),
    })),
  ];
  const rows = new Map<string, PeopleRow>();
  for (const { sex = null, ageBand = null, kind } of everybody) {
    const key = `${kind} ${sex} ${ageBand}`;
    rows.set(key, { sex, ageBand, kind, count: (rows.get(key)?.count ?? 0) + 1 });
  }
  return [...rows.values()].sort((one, other) => other.count - one.count);
}

function describeAccount(setup: RecordState): AccountRow {
  const steps = listBelow<AccountStep>(setup, 'steps');
  const outcomes = steps.map(([step, { outcome }]) => [step, outcome] as const);
  const { vneidLevel = null } = collectAccountRecords(accountSteps, Object.fromEntries(outcomes), {});
  return {
    isFinished: readNumber(setup, 'finishedAt') !== null,
    level: vneidLevel,
    stepsByWhoActed: tally(steps.map(([, step]) => step.actedBy)),
  };
}

function describeDossier(dossier: RecordState): DossierRow {
  return {
    procedure: readText(dossier, 'procedure'),
    route: readField<Route>(dossier, 'route'),
    standing: findStanding(dossier),
    sectionsByWhoActed: tally(listBelow<string>(dossier, 'actedBy').map(([, who]) => who)),
  };
}
