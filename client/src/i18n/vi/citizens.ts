/** Words about people and households. */
export const citizens = {
  title: 'Người dân',
  newPerson: 'Người mới',
  households: 'Hộ dân {hamlet}',
  visited: 'Đã gặp',
  absent: 'Đi vắng',
  refused: 'Chưa muốn làm',
  comeBack: 'Hẹn ghé lại',
} as const;
