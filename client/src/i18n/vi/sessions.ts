/** Words of a session: opening, counting, waiting, closing. */
export const sessions = {
  title: 'Buổi',
  open: 'Mở buổi',
  enter: 'Vào buổi',
  close: 'Đóng buổi',
  plusOne: '+1 người',
  plusOneHint: 'chỉ đếm, không ghi tên',
  recordToHelp: 'Ghi tên để giúp',
  present: 'người đến',
  waiting: 'đang chờ',
  finished: 'xong',
  incident: 'Ghi sự cố',
} as const;
