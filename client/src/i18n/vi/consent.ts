/** Words of asking leave, before any name is written. */
export const consent = {
  readAloud: 'Đọc cho bà con nghe',
  readToRoom: 'Đã đọc cho cả phòng. Mở ra đọc lại cho bác đến sau.',
  fullText: 'Lời đầy đủ',
  agreesTo: 'Bác đồng ý cho:',
  agree: 'Bác đồng ý',
  agreeHint: 'Chọn ít nhất một việc bác đồng ý.',
  witnessHint: 'Ghi tên người thân đã chứng kiến.',
  notNow: 'Chưa muốn',
  notNowText: 'Không sao. Vẫn hướng dẫn được; chỉ đếm 1 người, không ghi tên.',
  notNowNothing: 'Không sao. Vẫn hướng dẫn được; không ghi gì cả.',
  method: 'Bác trả lời bằng:',
  thumbHint: 'Mời bác điểm chỉ lên phiếu giấy; máy chỉ ghi là đã điểm chỉ.',
  witness: 'Người thân chứng kiến',
  oneStopDesk: 'Bộ phận Một cửa của xã',
} as const;
