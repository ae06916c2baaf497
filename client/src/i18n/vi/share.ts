/** Words of the page behind the phone's own "Share", which the service worker writes by itself. */
export const share = {
  'taken.title': 'Đã đưa sang hồ sơ đang mở',
  'taken.text': 'Quay lại hồ sơ để nhìn kỹ rồi nhận. Trang này đóng được.',
  'nobody.title': 'Chưa nhận được tệp này',
  'nobody.text':
    'Mở Gõ Cửa, mở khóa, mở hồ sơ cần giấy này, rồi chia sẻ lại. Tệp không được giữ lại ở đây; nó vẫn ở chỗ cũ.',
  'nothing.title': 'Không có tệp nào để nhận',
  'nothing.text': 'Chỉ nhận ảnh và tệp PDF. Chọn lại tệp rồi chia sẻ.',
  open: 'Mở Gõ Cửa',
} as const;
