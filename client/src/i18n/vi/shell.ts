/** Words of the frame around every screen, and the small words that all screens share. */
export const shell = {
  'app.name': 'Gõ Cửa',
  skip: 'Đến phần chính',

  'action.add': 'Thêm',
  'action.back': 'Quay lại',
  'action.call': 'Gọi',
  'action.cancel': 'Thôi',
  'action.change': 'Đổi',
  'action.choose': 'Chọn',
  'action.close': 'Đóng',
  'action.continue': 'Làm tiếp',
  'action.delete': 'Xóa',
  'action.done': 'Xong',
  'action.later': 'Để sau',
  'action.lock': 'Khóa máy',
  'action.next': 'Tiếp',
  'action.no': 'Không',
  'action.open': 'Mở',
  'action.retry': 'Thử lại',
  'action.undo': 'Hoàn lại',
  'action.view': 'Xem',
  'action.yes': 'Có',

  'field.optional': 'không bắt buộc',
  'field.required': 'Ô này còn trống.',
  'field.dateInvalid': 'Chưa đọc được ngày. Gõ ngày/tháng/năm, ví dụ 02/03/1947.',
  'field.phoneInvalid': 'Số điện thoại cần đủ 10 chữ số, bắt đầu bằng số 0.',
  'field.timeHint': 'Ví dụ 8:00 hoặc 14h30',
  'field.timeInvalid': 'Ghi giờ, ví dụ 8:00.',

  opening: 'Đang mở…',

  'update.title': 'Có bản mới',
  'update.text': 'Việc đang làm vẫn giữ nguyên. Cập nhật mất chừng một phút, không cần sóng.',
  'update.action': 'Cập nhật',
  'update.unsaved': 'Chưa cập nhật: còn chỗ vừa nhập chưa lưu được. Bấm thanh trên cùng để lưu, rồi bấm lại.',

  'crash.title': 'Màn hình này bị vướng',
  'crash.text': 'Những gì đã có dấu ✓ vẫn còn nguyên trên máy. Mở lại, rồi làm tiếp chỗ đang dở.',
  'crash.reload': 'Mở lại',

  'tooOld.title': 'Trình duyệt này cũ quá',
  'tooOld.text': 'Cập nhật Chrome trong CH Play rồi mở lại. Chưa có gì được ghi trên máy này.',
} as const;
