/** Words of the lock page and of the cover that hides names. */
export const lock = {
  title: 'Nhập mã PIN',
  who: '{name} · nhập mã PIN',
  pin: 'Mã PIN',
  pinHint: 'Từ {count} chữ số trở lên',
  delete: 'Xóa số cuối',
  submit: 'Mở khóa',
  opening: 'Đang mở sổ…',
  wrong: 'Mã chưa đúng. Còn {count} lần thử.',
  wrongWait: 'Mã chưa đúng. Thử lại sau {seconds} giây. Việc đã lưu vẫn còn nguyên.',
  lastTry: 'Còn 1 lần thử. Sai nữa thì máy này phải xin mã mời mới; việc đã lưu vẫn gửi về xã được.',
  erased: 'Mã này không dùng được nữa',
  erasedText:
    'Đã sai quá nhiều lần nên sổ trên máy này đóng lại. Những gì đã ghi xong vẫn gửi về xã. Xin xã mã mời mới để làm tiếp.',
  forgot: 'Quên mã PIN?',
  forgotText:
    'Không ai đọc được mã của bạn, kể cả xã. Việc đã lưu vẫn gửi về xã khi có sóng. Xin mã mời mới, rồi đặt mã PIN khác.',
  otherBook: 'Mở sổ khác · {name}',
  waiting: '{count} việc vẫn tự gửi khi máy khóa',
  cover: 'Đang che tên',
  coverHint: 'Chạm để hiện lại',
  kdfRefused: 'Trình duyệt này không tính được khóa. Mã PIN chưa bị tính là sai; mở bằng Chrome mới hơn.',
  vaultStopped: 'Máy bị nghẽn giữa chừng. Mã PIN không bị tính là sai; nhập lại.',
  damaged: 'Khóa của sổ trên máy này bị hỏng. Việc đã lưu vẫn tự gửi về xã; xin mã mời mới để làm tiếp.',
} as const;
