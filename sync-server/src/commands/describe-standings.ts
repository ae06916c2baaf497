/** What the copy says of each device, for whoever must look it through because later decisions are not known here. */
import type { DeviceStanding } from '../services/restore.ts';

const WORDS: Readonly<Record<DeviceStanding['standing'], string>> = {
  approved: 'đang dùng · approved',
  waiting: 'chờ duyệt · waiting',
  revoked: 'đã thu quyền · withdrawn',
};

export function describeStandings(standings: readonly DeviceStanding[]): string {
  const lines = standings.map(
    ({ memberName, name, role, standing }) => `  ${WORDS[standing]}   ${memberName} (${role}), ${name}`,
  );
  return [
    '! Máy này không có sổ quyết định: máy nào bị thu quyền sau bản sao lưu thì nay lại dùng được. Xem và thu quyền lại:',
    '! No record of decisions on this machine: devices withdrawn after the backup are approved again. Look through them:',
    ...lines,
  ].join('\n');
}
