/** Finds procedures by code, official name or everyday words, without marks. Asks back where a word means several things. */
import type { Clarification, Procedure } from './procedure.ts';
import { foldText, matchesSearch } from './search-text.ts';

function rankProcedure(procedure: Procedure, query: string): number | undefined {
  const folded = foldText(query);
  if ([procedure.code, ...procedure.aliases].some((code) => code.startsWith(query.trim()))) return 0;
  if (procedure.everydayWords.some((words) => foldText(words) === folded)) return 1;
  if (matchesSearch(procedure.name.vi, query)) return 2;
  if (procedure.everydayWords.some((words) => matchesSearch(words, query))) return 3;
  if (matchesSearch(procedure.name.en, query)) return 4;
  return matchesSearch([procedure.name.vi, ...procedure.everydayWords].join(' '), query) ? 5 : undefined;
}

/** Best match first; equal ones keep the catalogue's order, which is by use. An empty query lists all. */
export function searchProcedures(procedures: readonly Procedure[], query: string): Procedure[] {
  const ranked = procedures.flatMap((procedure) => {
    const rank = rankProcedure(procedure, query);
    return rank === undefined ? [] : [{ procedure, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map((entry) => entry.procedure);
}

/** What to ask first when the words mean several procedures; words are compared whole, without marks. */
export function findClarification(
  procedures: readonly Procedure[],
  query: string,
): Clarification | undefined {
  const folded = foldText(query);
  return procedures
    .flatMap((procedure) => procedure.clarifications)
    .find((clarification) => clarification.words.some((words) => foldText(words) === folded));
}
