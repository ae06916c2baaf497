/** Words of writing people down while the phone is locked, and of looking through them after unlocking. */
export const locked = {
  write: 'Ghi người mới',
  writeHint: 'Ghi được, không xem được. Mở khóa rồi xác nhận lại.',
  waiting: '{count} người ghi lúc máy khóa, chờ xác nhận',
  halfErased:
    'Người đang ghi dở trên máy này chưa gửi và không mở lại được: hãy ghi lại từ đầu.',
  waitingErased:
    'Mã PIN cũ không mở được nữa nên trên máy này không xem được những người ấy. Vẫn cất kín ở đây, đừng xóa dữ liệu trình duyệt; báo cán bộ xã.',

  overline: 'Máy đang khóa',
  backToLock: 'Về màn khóa',
  helperBlank: '(tên mình)',
  hamletBlank: '(tên thôn)',
  sealedAsTyped: 'Gõ đến đâu cất kín đến đó. Rời màn này thì phải mở khóa mới xem lại được.',
  kept: 'Đã ghi',
  keptText: 'Đã cất kín trên máy này. Mở khóa để xác nhận, rồi mới gửi về xã.',
  nothingWritten: 'Không ghi gì',
  another: 'Ghi người nữa',
  failed: 'Chưa ghi được xuống máy. Những gì vừa nhập vẫn trên màn hình; bấm Xong lần nữa.',
  noRoom:
    'Máy hết chỗ nên chưa ghi được. Xóa bớt ảnh, video trong máy rồi bấm Xong lần nữa; đừng đóng màn này.',
  takenOver:
    'Người này đã được xem lại ở một trang khác đang mở trên máy này, nên không bỏ ở đây được. Mở khóa rồi bỏ hoặc rút lại ở đó.',
  coveredUnkept: 'Màn hình đã che vì lâu không ai chạm. Người đang ghi dở chưa xuống được máy.',
  leaveTitle: 'Chưa xong người này',
  leaveText: 'Giữ lại thì mở khóa rồi ghi tiếp. Bỏ thì không còn gì trên máy.',
  keepUnfinished: 'Giữ lại, ghi tiếp sau',
  discard: 'Bỏ, không ghi',

  toConfirm: '{count} người ghi lúc khóa, chờ xem lại',
  review: 'Xem lại',
  reviewTitle: 'Ghi lúc máy khóa',
  reviewHelp: 'Xem lại từng người. Xác nhận rồi mới vào sổ và gửi về xã.',
  nothingWaits: 'Đã xem lại hết',
  damaged: '{count} người ghi lúc khóa không mở được trên máy này. Vẫn giữ nguyên; báo cán bộ xã.',
  writtenAt: 'ghi lúc {when}',
  saidYes: 'Bác đã đồng ý · {how}',
  confirm: 'Xác nhận',
  confirmHint: 'Chưa vào sổ. Bấm Xác nhận thì vào sổ và gửi về xã.',
  confirmHintNumber: 'Chưa vào sổ. Bấm Xác nhận thì vào sổ, nhận số {number} ở buổi đang mở, và gửi về xã.',
  settledElsewhere: 'Người này đã được xác nhận hoặc bỏ ở một trang khác đang mở trên máy này.',
  confirmed: 'Đã vào sổ: {name}',
  decideFailed: 'Chưa lưu được xuống máy. Người này vẫn còn nguyên; bấm lại lần nữa.',
  discardTitle: 'Bỏ người này?',
  discardText: 'Những gì ghi về người này sẽ xóa hẳn khỏi máy, không lấy lại được.',
  keep: 'Giữ lại',
  discarded: 'Đã bỏ, không ghi gì.',
} as const;
