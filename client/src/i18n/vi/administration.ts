/** Words of teams, phones and settings. */
export const administration = {
  title: 'Đội & máy',
  invite: 'Mời người vào tổ',
  approveDevice: 'Duyệt máy',
  lostPhone: 'Mất máy',
} as const;
