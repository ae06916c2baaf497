/** Words of the first quarter of an hour: the invitation, the browser inside Zalo, the code, the PIN, the approval. */
export const enrolment = {
  'welcome.title': 'Chào mừng vào tổ',
  'welcome.text': 'Gõ Cửa giúp ghi việc tại nhà dân và tại buổi, có sóng hay không cũng dùng được.',
  'welcome.back': 'Quay lại sổ có sẵn trên máy',
  'welcome.practice': 'Tập thử ngay',
  'welcome.practiceHint': 'Không cần tài khoản, không gửi đi đâu.',
  'welcome.noCode': 'Chưa có mã? Hỏi tổ trưởng hoặc cán bộ xã.',

  'wall.title': 'Mở bằng Chrome để dùng được khi mất sóng',
  'wall.text':
    'Trang này đang mở bên trong {app}, nơi việc đã ghi có thể bị xóa, nên chưa ghi gì cả. Mã mời vẫn còn dùng được.',
  'wall.otherApp': 'ứng dụng khác',
  'wall.open': 'Mở bằng Chrome',
  'wall.copy': 'Chép đường dẫn',
  'wall.copied': 'Đã chép. Mở Chrome rồi dán vào ô trên cùng.',
  'wall.iphone': 'Bấm ⋯ hoặc ⋮ ở góc, chọn “Mở bằng trình duyệt”.',
  'wall.practiceStill': 'Tập thử thì làm ngay ở đây được, làm thật thì chưa.',

  'install.title': 'Đặt Gõ Cửa ra màn hình chính',
  'install.text': 'Để mở bằng một chạm, và để máy không tự dọn mất việc đã ghi.',
  'install.iphone': 'Bấm nút Chia sẻ, chọn “Thêm vào MH chính”, rồi mở Gõ Cửa từ đó.',
  'install.code': 'Ghi lại mã mời trước, máy sẽ hỏi lại:',

  'code.title': 'Mã mời của xã',
  'code.hint': 'Trên tờ giấy hoặc màn hình của xã. Chữ hoa, chữ thường đều được.',
  'code.check': 'Dùng mã này',
  'code.checking': 'Đang hỏi xã…',
  'code.needsSignal':
    'Lần đầu cần có sóng để xã nhận ra máy. Ra chỗ có sóng rồi bấm lại, mã vẫn còn dùng được.',
  'code.captivePage':
    'Mạng này đòi đăng nhập trước. Đăng nhập hoặc đổi mạng rồi bấm lại, mã vẫn còn dùng được.',

  'rejoin.title': 'Vào lại bằng mã mới',
  'rejoin.text':
    'Sổ của xã vừa được lấy lại từ bản sao cũ hơn. Mọi việc vẫn còn trên máy này. Xin cán bộ xã một mã mời mới, nhập vào đây; xã duyệt xong thì việc tự gửi lại.',

  unfinished: 'Lần trước máy tắt khi đang vào tổ. Nhập mã PIN vừa đặt để vào tiếp; mã mời cũ vẫn dùng được.',

  'role.volunteer': 'tổ viên',
  'role.teamLeader': 'tổ trưởng',
  'role.officer': 'công chức một cửa',
  'role.head': 'lãnh đạo xã',
  'role.administrator': 'quản trị',

  'pin.title': 'Đặt mã PIN',
  'pin.hint': 'Từ {count} chữ số, đừng dùng ngày sinh. Không ghi ra sau máy.',
  'pin.again': 'Nhập lại mã PIN',
  'pin.mismatch': 'Hai lần chưa giống nhau. Nhập lại từ đầu.',
  'pin.tooSimple': 'Mã này dễ đoán quá. Chọn mã khác.',
  'pin.honest':
    'Mã PIN khóa sổ trên máy này. Nếu máy mất, báo xã ngay: hồ sơ đã xong và ảnh giấy tờ thì không ai đọc được, việc đang dở thì mã PIN chỉ giữ được một thời gian.',
  'pin.making': 'Đang làm khóa cho máy này…',

  'words.title': 'So từ với người duyệt',
  'words.text': 'Đọc những từ này cho cán bộ xã. Giống nhau thì mới duyệt.',
  'words.differentText': 'Dừng lại, đừng làm tiếp trên máy này. Báo cán bộ xã và xin mã mời khác.',

  'waiting.title': 'Máy chờ xã duyệt',
  'waiting.text': 'Cứ làm, không mất. Xã duyệt xong thì việc tự gửi đi.',
  'waiting.start': 'Làm ngay',

  'callName.label': 'Máy này gọi bạn là',
  'callName.hint': 'Chỉ hiện khi máy khóa, ví dụ “Ông Lành”. Để trống cũng được.',

  lost: 'Trình duyệt đã xóa sổ trên máy này. Mọi việc đã ghi thì xã đều nhận rồi; xin mã mời mới để làm tiếp.',
  lostUnsent:
    'Trình duyệt đã xóa sổ trên máy này. {count} lần lưu chưa về xã, phải ghi lại; phần xã đã nhận vẫn còn. Xin mã mời mới để làm tiếp.',

  'storage.quota':
    'Máy hết chỗ nên chưa mở được sổ. Xóa bớt ảnh, video trong máy rồi mở lại; không có gì bị xóa.',
  'storage.handleDead': 'Trình duyệt vừa đóng sổ giữa chừng. Mở lại trang này; những gì có dấu ✓ vẫn còn.',
  'storage.openFailed':
    'Chưa mở được sổ trên máy này. Mở lại trang; nếu vẫn vậy thì khởi động lại máy. Đừng xóa dữ liệu trình duyệt.',
  'storage.newer':
    'Sổ trên máy này là của bản ứng dụng mới hơn bản đang mở. Không có gì mất. Nối mạng rồi bấm “Mở lại” để lấy bản mới.',
  'storage.blobLost': 'Có ảnh trên máy không đọc lại được. Phần chữ vẫn còn; chụp lại ảnh đó.',
  'storage.aborted': 'Lần ghi vừa rồi chưa xong. Những gì vừa nhập vẫn trên màn hình; thử lại.',
  'storage.evicted':
    'Sổ trên máy này đã bị trình duyệt xóa. Những gì xã đã nhận vẫn còn; xin mã mời mới để làm tiếp.',
} as const;
