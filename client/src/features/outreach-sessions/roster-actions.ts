/** What is written of the team at a session: who is to come, who came, left and came back. A member without a phone is noted by a colleague. */
import { listEntries } from '#shared/model/collection';
import type { Patch } from '#shared/model/operation';
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';

export interface TeamMember {
  readonly id: string;
  readonly name: string;
}

/** The team as the commune last named it, and always whoever holds this phone. */
export function expectTeam(work: Work): Patch {
  const at = work.now();
  const { id, name } = work.member;
  const team = [{ id, name }, ...work.teamMembers.filter((one) => one.id !== id)];
  return Object.fromEntries(team.map((one) => [`members/${one.id}/expected`, { name: one.name, at }]));
}

/** False of a session that was opened before this phone knew its team. */
export function isTeamNamed(work: Work, session: RecordId): boolean {
  const values = work.store.findRecord(session)?.values ?? {};
  return listEntries(values, 'members').some(([key]) => key.endsWith('/expected'));
}

/** A name typed for somebody whom the commune has not named. */
export function expectMember(work: Work, session: RecordId, name: string): void {
  const id = work.newId();
  const said = { name: name.trim(), at: work.now(), by: work.member.name };
  edit(work, session, { ...nameTeam(work, session), [`members/${id}/expected`]: said });
}

/** Does not come to this session at all: is not missed there. Answers how to take it back. */
export function excuseMember(work: Work, session: RecordId, { id, name }: TeamMember): () => void {
  edit(work, session, { ...nameTeam(work, session), [`members/${id}/expected`]: null });
  const said = { name, at: work.now(), by: work.member.name };
  return () => edit(work, session, { [`members/${id}/expected`]: said });
}

/** The first coming stands; whoever left and comes again is back since now. */
export function noteArrival(work: Work, session: RecordId, { id, name }: TeamMember = work.member): void {
  edit(work, session, describeArrival(work, session, { id, name }));
}

export function describeArrival(work: Work, session: RecordId, { id, name }: TeamMember): Patch {
  const known = work.store.findRecord(session)?.values ?? {};
  const [came, out, back] = [`members/${id}/in`, `members/${id}/out`, `members/${id}/back`];
  if (!(came in known)) return { [came]: { name, ...stamp(work, id) } };
  return out in known ? { [out]: null, [back]: stamp(work, id) } : {};
}

export function noteLeaving(
  work: Work,
  session: RecordId,
  { id }: { readonly id: string } = work.member,
): void {
  const back = `members/${id}/back`;
  const wasBack = back in (work.store.findRecord(session)?.values ?? {});
  edit(work, session, { [`members/${id}/out`]: stamp(work, id), ...(wasBack && { [back]: null }) });
}

function stamp(work: Work, member: string): { readonly at: number; readonly by?: string } {
  return { at: work.now(), ...(member !== work.member.id && { by: work.member.name }) };
}

function nameTeam(work: Work, session: RecordId): Patch {
  return isTeamNamed(work, session) ? {} : expectTeam(work);
}

function edit(work: Work, record: RecordId, patch: Patch): void {
  if (Object.keys(patch).length > 0) work.drafts.editRecord({ collection: 'session', record, patch });
}
