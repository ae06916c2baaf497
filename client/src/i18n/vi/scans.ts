/** Words of bringing a scan: cut and straightened by hand, several pages to a paper, from a scanner's folder, shared by another app. */
export const scans = {
  'crop.open': 'Cắt, xoay',
  'crop.title': 'Cắt và xoay cho thẳng',
  'crop.hint': 'Kéo bốn chấm vào bốn góc tờ giấy.',
  'crop.keys': 'Bàn phím: chọn chấm bằng Tab, rồi bấm phím mũi tên.',
  'crop.turn': 'Xoay',
  'crop.done': 'Xong',
  'crop.busy': 'Đang chỉnh…',
  'crop.whole': 'Lấy lại cả ảnh',
  'crop.topLeft': 'Góc trên, bên trái',
  'crop.topRight': 'Góc trên, bên phải',
  'crop.bottomRight': 'Góc dưới, bên phải',
  'crop.bottomLeft': 'Góc dưới, bên trái',
  'crop.place': 'Ngang {across} %, dọc {down} %',
  'crop.crossed': 'Bốn chấm đang chéo nhau. Đưa mỗi chấm về đúng góc của nó.',
  'crop.small': 'Bốn chấm sát nhau quá, không còn gì để đọc. Kéo chúng ra xa hơn.',
  'crop.failed': 'Máy không đủ sức chỉnh ảnh này. Ảnh như cũ vẫn dùng được.',
} as const;
