/** Words of the copy card on the citizen's phone, of signing out, and of the folder from which papers are lodged. */
export const copyCard = {
  'phone.open': 'Đưa sang máy của bác',
  'phone.title': 'Quét bằng máy của bác',
  'phone.openFiler': 'Đưa sang máy của người nộp',
  'phone.titleFiler': 'Quét bằng máy của người nộp',
  'phone.howFiler': 'Người nộp mở máy ảnh, giơ vào mã. Chữ sang thẳng máy người nộp, không đi qua xã.',
  'phone.how': 'Bác mở máy ảnh, giơ vào mã. Chữ sang thẳng máy bác, không đi qua xã.',
  'phone.code': 'Mã {part}/{parts} của thẻ chép, để quét bằng điện thoại',
  'phone.part': 'Mã {part}/{parts}',
  'phone.next': 'Mã sau',
  'phone.before': 'Mã trước',
  'phone.until': 'Mã dùng được đến hết {day}.',
  'phone.withheld': 'Không có trong mã, tự gõ từ thẻ: {labels}.',
  'phone.tooLong': 'Dài quá, không vừa mã, tự gõ: {labels}.',

  'signOut.title': 'Người trước chưa đăng xuất VNeID',
  'signOut.text': 'Mở Cổng Dịch vụ công trên máy này, bấm đăng xuất, rồi đánh dấu ở dưới.',
  'signOut.go': 'Mở thẻ chép của bác này',

  'folder.title': 'Thư mục nộp hồ sơ',
  'folder.text':
    'Cổng Dịch vụ công cần tệp giấy tờ. Chọn một thư mục trống trên máy tính, máy bỏ giấy của hồ sơ này vào đó. Xong thì máy dọn sạch.',
  'folder.pick': 'Chọn thư mục',
  'folder.filling': 'Đang lấy giấy từ xã…',
  'folder.filled': 'Có {count} tệp trong “{folder}”',
  'folder.done': 'Xong, dọn thư mục',
  'folder.emptied': 'Đã dọn sạch “{folder}”.',
  'folder.missing': 'Chưa lấy được {count} giấy. Có sóng thì dọn thư mục rồi chọn lại.',
  'folder.notEmpty': 'Trong “{folder}” đang có tệp khác. Chọn một thư mục trống để khỏi lẫn giấy của bác.',
  'folder.refused': 'Trình duyệt không cho ghi vào thư mục này. Chọn lại, rồi bấm Cho phép.',
  'folder.noRoom': 'Không ghi được vào “{folder}”: ổ đầy hoặc đã rút ra. Chọn thư mục khác.',
  'folder.otherDossier': 'Thư mục đang có giấy của hồ sơ khác. Dọn trước rồi mới bỏ giấy của hồ sơ này.',
  'folder.left': 'Thư mục nộp hồ sơ còn file: xóa tay',
  'folder.leftText':
    'Trong thư mục “{folder}” còn giấy của người dân. Bấm Dọn; không được thì mở thư mục và xóa tay.',
  'folder.strangers':
    'Trong “{folder}” còn {count} tệp không phải của máy bỏ vào. Mở thư mục xem và xóa tay.',
  'folder.clean': 'Dọn',
  'folder.deleted': 'Đã xóa tay',
} as const;
