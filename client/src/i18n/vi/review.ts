/** Words of reading and approving session logs. */
export const review = {
  title: 'Nhật ký buổi',
  approve: 'Duyệt',
  sendBack: 'Gửi lại',
  viewDetail: 'Xem chi tiết',
} as const;
