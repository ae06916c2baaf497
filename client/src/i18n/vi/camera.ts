/** Words around the camera: what stands in its way, and what a picture of a code can come to. */
export const camera = {
  opening: 'Đang mở máy ảnh…',
  torch: 'Đèn',
  zoom: 'Gần hơn · {times}×',

  aim: 'Đưa ô vuông QR vào đây',
  aimBars: 'Đưa mã QR hoặc mã vạch vào đây',
  start: 'Quét bằng máy ảnh',
  tryAgain: 'Mở lại máy ảnh',
  still: 'Chụp mã',
  readingStill: 'Đang đọc mã trong ảnh…',
  other: 'Dùng máy ảnh của điện thoại',

  'fault.refused':
    'Chưa được phép dùng máy ảnh. Cho phép trong cài đặt của trang, hoặc làm cách khác ở dưới.',
  'fault.noCamera': 'Máy này không có máy ảnh dùng được. Làm cách khác ở dưới.',
  'fault.busy': 'Ứng dụng khác đang dùng máy ảnh. Tắt ứng dụng ấy rồi mở lại, hoặc làm cách khác ở dưới.',
  'fault.insecure':
    'Trang mở bằng địa chỉ http nên không có máy ảnh. Mở bằng địa chỉ https, hoặc làm cách khác ở dưới.',
  'fault.noReader': 'Máy này chưa đọc được mã từ máy ảnh. Làm cách khác ở dưới.',

  'stillFault.noCode':
    'Ảnh không có mã nào đọc được. Chụp gần hơn, đủ sáng, không lóa. Ảnh không được giữ lại.',
  'stillFault.tooLarge': 'Tệp ảnh quá nặng. Chụp lại bằng máy ảnh, hoặc làm cách khác ở dưới.',
  'stillFault.tooManyPixels': 'Ảnh quá lớn, máy không mở nổi. Chụp ở cỡ nhỏ hơn, hoặc làm cách khác ở dưới.',
  'stillFault.wrongType': 'Tệp này không phải ảnh. Chọn ảnh chụp mã trên thẻ hay trên giấy.',
  'stillFault.unreadable': 'Không mở được ảnh này. Chụp lại giúp.',
  'stillFault.heic': 'Máy này không mở được ảnh kiểu HEIC. Chụp lại, hoặc đổi sang ảnh JPEG.',
} as const;
