/** Words of preparing a dossier and of who lodges it. */
export const dossiers = {
  title: 'Hồ sơ',
  information: 'Thông tin',
  papers: 'Giấy tờ',
  fee: 'Lệ phí',
  whoLodges: 'Ai nộp hồ sơ này?',
  whoLodgesHint: 'Người nộp phải dùng VNeID của chính mình.',
} as const;
