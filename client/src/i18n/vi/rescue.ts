/** Words for the moment when what was typed is not on the phone yet: what happened, what is safe, what can be done. */
export const rescue = {
  title: 'Chưa lưu được xuống máy',
  covered: 'Máy đã che tên nhưng chưa khóa hẳn, vì khóa bây giờ thì mất phần vừa nhập.',
  count: 'Còn {count} việc vừa nhập chưa lưu. Đừng tắt máy.',
  safe: 'Những gì đã lưu từ trước vẫn còn nguyên và vẫn tự gửi.',
  retrying: 'Máy tự thử lại 10 giây một lần.',
  allSaved: 'Đã lưu hết. Không mất gì.',

  received: 'Xã đã nhận {count} việc trong số đó, mất máy cũng không mất.',

  'why.vaultStopped':
    'Phần giữ khóa của sổ đã dừng giữa chừng. Nhập mã PIN để mở lại; phần vừa nhập sẽ được lưu.',
  'why.quota': 'Máy hết chỗ. Xóa bớt ảnh, video trong máy rồi thử lưu lại; Gõ Cửa không tự xóa gì.',
  'why.tooLarge': 'Có chỗ nhập dài quá, máy không cất được. Mở lại rồi viết ngắn hơn.',
  'why.checkFailed': 'Máy ghi xuống rồi đọc lại thì không khớp. Thử lưu lại.',
  'why.broken': 'Máy bị trục trặc lúc lưu. Thử lưu lại.',

  retry: 'Thử lưu lại',

  'send.now': 'Gửi thẳng về xã',
  'send.done': 'Xã đã nhận hết. Máy lưu được lúc nào thì tự lưu, không gửi lần thứ hai.',
  'send.some':
    'Xã nhận {received} việc, còn {left} việc chưa. Ảnh giấy tờ và người chưa bấm Xong chỉ gửi được khi máy đã lưu.',
  'send.noSignal': 'Chưa có sóng nên chưa gửi được. Giữ máy mở, hoặc lấy tệp cứu.',
  'send.captivePage': 'Mạng này đòi đăng nhập trước, hoặc xã chưa nhận kiểu gửi này. Chưa có gì được gửi.',

  'file.save': 'Lưu tệp cứu',
  'file.share': 'Gửi tệp cứu đi',
  'file.hint':
    'Tệp cứu giữ hết phần chưa lưu, khóa kín: chỉ sổ này và xã mở được. Máy hết chỗ thì gửi tệp sang máy khác.',
  'file.saved':
    'Đã đưa tệp cho trình duyệt. Xem trong mục tải xuống rồi hãy tin; đừng tắt máy trước khi thấy tệp.',
  'file.shared': 'Đã gửi tệp. Máy lưu lại được thì mở tệp ở trang Đã gửi chưa?.',
  'file.nothing': 'Không còn gì chưa lưu.',
  'file.failed': 'Chưa làm được tệp. Phần vừa nhập vẫn còn trên màn hình; thử lại.',

  'back.title': 'Tệp cứu',
  'back.text': 'Có tệp cứu từ lần máy không lưu được thì mở ở đây.',
  'back.open': 'Mở tệp cứu',
  'back.working': 'Đang mở tệp…',
  'back.own': 'Tệp ghi lúc {when}, có {count} việc chưa có trên máy.',
  'back.old': 'Tệp đã {count} ngày. Xem lại với bác rồi hãy hoàn tất.',
  'back.differing': '{count} chỗ trên máy nay đã khác lúc ghi tệp, hoặc đã bỏ. Máy giữ bản đang có.',
  'back.evenDiffering': 'Lấy cả những chỗ đã khác, thay bản trên máy',
  'back.take': 'Lấy lại thành bản nháp',
  'back.taken': 'Đã lấy lại và lưu trên máy. Tệp này bỏ được rồi.',
  'back.notSaved': 'Đã lấy lại nhưng máy vẫn chưa lưu được. Giữ tệp, đừng bỏ.',
  'back.nothing': 'Mọi thứ trong tệp đã có trên máy. Tệp này bỏ được.',
  'back.other':
    'Tệp này của sổ khác nên máy này không đọc được. Gửi giúp về xã: xã mở được {count} việc trong tệp.',
  'back.otherNothing': 'Tệp này của sổ khác, và không có gì xã mở được. Mở nó trên máy đã ghi.',
  'back.carry': 'Gửi giúp về xã',
  'back.carried': 'Xã đã nhận hết tệp này. Tệp bỏ được rồi.',
  'back.overtaken': 'Máy ghi tệp này đã gửi tiếp sau đó, nên xã không lấy bản cũ. Mở tệp trên chính máy ấy.',
  'back.gap': 'Máy ghi tệp này còn việc chưa gửi về xã. Cho máy ấy gửi trước, rồi mở lại tệp.',
  'back.strange': 'Đây không phải tệp cứu của Gõ Cửa. Chưa có gì thay đổi; chọn tệp khác.',
  'back.broken': 'Tệp bị thiếu hoặc bị sửa nên không mở được. Chưa có gì thay đổi; tìm bản khác của tệp.',
  'back.newer': 'Tệp do bản Gõ Cửa mới hơn ghi. Cập nhật ứng dụng rồi mở lại.',
  'back.tooLarge': 'Tệp to quá, không phải tệp cứu. Chưa có gì thay đổi.',
  'back.otherCommune': 'Tệp này của xã khác. Chưa có gì thay đổi; đưa về đúng xã.',
  'back.spent': 'Tệp này đã lấy lại và lưu rồi. Bỏ tệp được.',
  goOn: 'Làm tiếp',
  pinText: 'Nhập mã PIN để mở lại sổ và làm tiếp.',
  lockAnyway: 'Khóa luôn, bỏ phần chưa lưu',
  lockAnywayText: 'Sẽ mất hẳn {count} việc vừa nhập chưa lưu. Việc đã lưu không mất.',
  lockAnywayReceived: 'Xã đã nhận hết phần này nên không mất; máy này thì không giữ bản nào.',
  lockAnywaySure: 'Chấp nhận mất, khóa luôn',
} as const;
