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
  lostRead: 'Đã rõ',
  otherBook: 'Mở sổ khác · {name}',
  rebuilt:
    'Máy tắt đột ngột làm mất sổ; sổ đã được dựng lại từ bản thứ hai trên máy này. Nhập mã PIN để gửi tiếp.',
  waiting: '{count} lần lưu chờ sóng, máy khóa vẫn tự gửi',
  cover: 'Đang che tên',
  coverHint: 'Chạm để hiện lại',
  kdfRefused: 'Trình duyệt này không tính được khóa. Mã PIN chưa bị tính là sai; mở bằng Chrome mới hơn.',
  vaultStopped: 'Máy bị nghẽn giữa chừng. Mã PIN không bị tính là sai; nhập lại.',
  damaged: 'Khóa của sổ trên máy này bị hỏng. Việc đã lưu vẫn tự gửi về xã; xin mã mời mới để làm tiếp.',
  elsewhere: 'Gõ Cửa vừa được mở ở thẻ khác. Mã PIN đúng; chưa mở ở đây.',
  'elsewhere.title': 'Gõ Cửa đang mở ở thẻ khác',
  'elsewhere.text':
    'Mỗi lúc chỉ ghi ở một nơi. Hãy quay lại thẻ kia. Hoặc dùng ở đây: thẻ kia sẽ lưu hết rồi tự khóa.',
  'elsewhere.use': 'Dùng ở đây',
  'elsewhere.asking': 'Thẻ kia đang lưu…',
  'elsewhere.unsaved':
    'Thẻ kia có chữ chưa lưu được nên chưa khóa. Hãy mở thẻ kia và lưu trước; không mất gì.',
  'elsewhere.silent':
    'Thẻ kia không trả lời, có thể trình duyệt đã cho nó ngủ. Những gì đã lưu vẫn còn; chữ gõ dở ở thẻ kia sẽ được lưu khi nó chạy lại.',
  'elsewhere.useAnyway': 'Vẫn dùng ở đây',
} as const;
