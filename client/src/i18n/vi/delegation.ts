/** Who approves while the head is away: for the head, and for whoever stands in. Part of the words of the review. */
export const delegation = {
  delegation: 'Đi vắng thì ai duyệt?',
  delegationHow: 'Một cán bộ duyệt thay, trong những ngày ghi rõ. Lời duyệt mang tên người ấy.',
  delegationOpen: 'Mở Đội & máy',
  'delegation.none': 'Ủy quyền duyệt: chưa',
  'delegation.named': 'Ủy quyền duyệt: {name}, {from}\u2060-\u2060{to}',
  'delegation.make': 'Ủy quyền duyệt',
  'delegation.person': 'Ai duyệt thay?',
  'delegation.personHint': 'Cán bộ xã có máy đã duyệt. Người của tổ không duyệt việc của tổ mình.',
  'delegation.personMissing': 'Chọn một người.',
  'delegation.nobody':
    'Chưa có cán bộ nào để chọn. Mời người ấy vào ở Đội & máy với vai Cán bộ một cửa hoặc Quản trị, duyệt máy rồi quay lại.',
  'delegation.from': 'Từ ngày',
  'delegation.fromWrong': 'Ghi đủ ngày, tháng, năm; từ hôm nay trở đi.',
  'delegation.to': 'Đến hết ngày',
  'delegation.toHint': 'Nhiều nhất {count} ngày. Về sớm thì kết thúc sớm.',
  'delegation.toWrong': 'Ghi một ngày không trước ngày đầu, nhiều nhất {count} ngày.',
  'delegation.why':
    '{name} duyệt thay từ {from} đến hết {to}: duyệt, gửi lại, hỏi tổ. Nhập lại mã PIN; xã ghi lại việc ủy quyền.',
  'delegation.made': 'Đã ủy quyền: {name}, {from} đến {to}',
  'delegation.end': 'Kết thúc sớm',
  'delegation.endTitle': 'Kết thúc ủy quyền?',
  'delegation.endText': 'Từ lúc này {name} không duyệt thay được nữa. Buổi đã duyệt vẫn là đã duyệt.',
  'delegation.ended': 'Đã kết thúc ủy quyền cho {name}',
  'deputy.name': '{name}, thay Chủ tịch',
  'deputy.note': 'Đang duyệt thay Chủ tịch, theo ủy quyền đến {to}',
  'deputy.line': 'Duyệt thay Chủ tịch đến {to}',
  'deputy.lineComing': 'Duyệt thay Chủ tịch từ {from} đến {to}',
  'deputy.uncounted': '{count} buổi có lời duyệt thay về xã muộn, không tính',
  'deputy.shut': 'Ngoài những ngày được ủy quyền',
  'deputy.coming': 'Chủ tịch ủy quyền duyệt từ {from} đến hết {to}. Đến ngày thì trang này mở ra.',
  'deputy.over':
    'Chủ tịch ủy quyền duyệt từ {from} đến hết {to}. Đã qua ngày cuối: lời duyệt gửi về sau ngày ấy không tính.',
  'deputy.ended':
    'Chủ tịch đã kết thúc sớm ủy quyền từ {from} đến {to}. Lời duyệt gửi về từ lúc ấy không tính.',
} as const;
