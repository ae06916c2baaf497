/** The ten official states of a dossier as a table, without the shapes of the wire: phones read it too. */

/**
 * The ten states of a dossier in the national synchronisation (TrangThaiHoSo), with the moves that one-stop software
 * allows. `clock` says what the deadline does.
 */
export const DOSSIER_STATUSES = [
  { code: 1, identifier: 'submitted', name: 'Mới đăng ký', clock: 'waits', next: [2, 3, 5, 7] },
  { code: 2, identifier: 'accepted', name: 'Được tiếp nhận', clock: 'runs', next: [4, 5, 7, 8] },
  { code: 3, identifier: 'rejected', name: 'Không được tiếp nhận', clock: 'stops', next: [] },
  { code: 4, identifier: 'inProgress', name: 'Đang xử lý', clock: 'runs', next: [5, 6, 7, 8, 9] },
  {
    code: 5,
    identifier: 'supplementRequested',
    name: 'Yêu cầu bổ sung',
    clock: 'pauses',
    next: [2, 4, 7, 8],
  },
  {
    code: 6,
    identifier: 'paymentRequired',
    name: 'Yêu cầu thực hiện nghĩa vụ tài chính',
    clock: 'pauses',
    next: [4, 8, 9],
  },
  { code: 7, identifier: 'withdrawn', name: 'Công dân yêu cầu rút hồ sơ', clock: 'stops', next: [] },
  { code: 8, identifier: 'stopped', name: 'Dừng xử lý', clock: 'stops', next: [] },
  { code: 9, identifier: 'resolved', name: 'Đã xử lý xong', clock: 'stops', next: [10] },
  { code: 10, identifier: 'resultReturned', name: 'Đã trả kết quả', clock: 'stops', next: [] },
] as const;
export type DossierStatusCode = (typeof DOSSIER_STATUSES)[number]['code'];

export function findDossierStatus(code: number): (typeof DOSSIER_STATUSES)[number] | undefined {
  return DOSSIER_STATUSES.find((row) => row.code === code);
}

/** True when a dossier may go from one state to the other in one act. */
export function isStatusMoveAllowed(from: DossierStatusCode, to: DossierStatusCode): boolean {
  const allowed: readonly number[] = findDossierStatus(from)?.next ?? [];
  return allowed.includes(to);
}
