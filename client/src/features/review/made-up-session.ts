/** An ordinary made-up session for tests to bend. No production code imports it. */
import type { SessionSummary } from '#shared/contracts/review';

const at = (time: string): number => Date.parse(`2026-11-22T${time}:00+07:00`);

/** Forty visitors in three hours and twenty minutes, three members, five dossiers. */
export function makeUpSession(changes: Partial<SessionSummary> = {}): SessionSummary {
  return {
    session: 'AAAAAAAAAAAAAAAAAAAAAA',
    day: '2026-11-22',
    place: 'Nhà văn hóa thôn Mẫu',
    hamlet: 'Thôn Mẫu',
    kind: 'hamletMeeting',
    openedAt: at('08:00'),
    closedAt: at('11:20'),
    leader: 'Lành',
    members: [
      { name: 'Lành', in: at('07:50'), out: at('11:30') },
      { name: 'Mai', in: at('07:55'), out: null },
    ],
    people: {
      total: 40,
      named: 14,
      declined: 1,
      bySex: { female: 22, male: 18 },
      byAgeBand: { to35: 3, to59: 6, from60: 31 },
    },
    accounts: {
      begun: 6,
      finished: 5,
      stepsByWhoActed: { self: 8, guided: 3, assisted: 1 },
      policeReferrals: 6,
      policeAppointments: 4,
    },
    dossiers: {
      total: 5,
      byStanding: { lodged: 3, awaitingCitizen: 1, needsFix: 1 },
      sectionsByWhoActed: { self: 2, onBehalf: 2 },
    },
    incidents: [{ kind: 'scannerJam', note: '20 phút' }],
    satisfaction: { good: 36, fair: 3, poor: 1 },
    silentPhones: [],
    decision: null,
    amendment: null,
    reply: null,
    seen: 120,
    ...changes,
  };
}
