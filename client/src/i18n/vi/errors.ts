/** One answer for each refusal: what happened, what is safe, what to do next. Keys are the codes of the wire table. */
import type { ErrorCode } from '#shared/contracts/error-codes';

export const errors = {
  malformed: 'Xã không đọc được lần gửi này. Việc vẫn còn trên máy; báo cán bộ xã nếu gặp lại.',
  unsupportedVersion: 'Ứng dụng trên máy này cũ quá. Việc đã lưu vẫn còn; cập nhật rồi gửi lại.',
  nonceStale: 'Lần gửi này đến trễ. Không mất gì, máy tự gửi lại.',
  signatureWrong: 'Xã không nhận ra chữ khóa của máy này. Việc vẫn còn trên máy; báo cán bộ xã.',
  deviceUnknown: 'Xã chưa biết máy này. Việc vẫn còn trên máy; xin xã mã mời rồi nhập lại.',
  deviceWaiting: 'Máy chờ xã duyệt. Cứ làm, không mất.',
  deviceRevoked:
    'Xã đã thu quyền của máy này. Việc chưa gửi vẫn được cất kín và giao về xã; gặp cán bộ xã để làm tiếp.',
  practiceRefused: 'Đây là phần tập. Xã không nhận, không có gì bị mất; làm thật thì xin xã mã mời.',
  readKeyNeeded: 'Phải mở khóa mới xem được. Việc đã lưu vẫn còn; nhập mã PIN rồi thử lại.',
  notFound: 'Không tìm thấy, hoặc việc này không giao cho máy này. Không có gì bị thay đổi.',
  tooLarge: 'Phần này to quá nên xã chưa nhận. Bản trên máy vẫn còn; chụp lại nhỏ hơn hoặc báo cán bộ xã.',
  tooManyItems: 'Gửi nhiều quá một lúc. Không mất gì, máy tự chia nhỏ và gửi tiếp.',
  inflatesTooFar: 'Xã chưa nhận phần này vì nó phình to khác thường. Bản trên máy vẫn còn; báo cán bộ xã.',
  wrongType: 'Tệp này không phải ảnh hoặc PDF. Chưa có gì thay đổi; chọn tệp khác hoặc chụp lại.',
  fieldInvalid: 'Có ô chưa đúng. Phần khác vẫn giữ; sửa ô được tô rồi gửi lại.',
  collectionUnknown: 'Xã chưa hiểu loại việc này. Việc vẫn còn trên máy; cập nhật ứng dụng rồi gửi lại.',
  notAllowed: 'Việc này không thuộc quyền của bạn. Không có gì bị thay đổi; nhờ tổ trưởng hoặc cán bộ xã.',
  outsideDelegation:
    'Ngoài những ngày được ủy quyền duyệt nên xã chưa tính. Không mất gì; nhờ Chủ tịch duyệt.',
  sequenceGap: 'Còn phần trước chưa tới nơi. Không mất gì, máy tự gửi lại cho đủ.',
  overtaken: 'Máy này đã gửi tiếp sau đó, nên xã giữ bản gửi sau. Việc vẫn còn trên máy.',
  historyForked: 'Có hai máy cùng mang một khóa. Việc vẫn còn trên máy; ngừng ghi và báo cán bộ xã ngay.',
  sealUnopened: 'Xã nhận rồi nhưng chưa mở được. Giữ nguyên máy này, đừng xóa gì; cán bộ xã sẽ xem.',
  chainBroken: 'Thứ tự các lần ghi bị đứt. Giữ nguyên máy này, đừng xóa gì; báo cán bộ xã.',
  pieceMismatch: 'Ảnh bị hỏng trên đường đi. Bản trên máy còn nguyên, máy tự gửi lại.',
  codeWrong: 'Mã chưa đúng. Xem lại từng chữ; mã trên giấy vẫn còn dùng được.',
  codeSpent: 'Mã này đã dùng rồi hoặc hết hạn. Xin xã mã khác; việc đã ghi trên máy vẫn còn.',
  tooManyTries: 'Thử nhiều lần quá. Chờ một lát rồi thử lại; không có gì bị mất.',
  numberUsed: 'Mã hồ sơ này đã ghi cho một hồ sơ khác. Xem lại biên nhận rồi nhập lại.',
  storeFull: 'Kho của xã đang đầy. Việc vẫn còn trên máy, lát nữa tự gửi lại.',
  busy: 'Xã đang bận. Việc vẫn còn trên máy, lát nữa tự gửi lại.',
} as const satisfies Readonly<Record<ErrorCode, string>>;
