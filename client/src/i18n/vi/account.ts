/** Words of the account guide. */
export const account = {
  title: 'Tài khoản',
  step: 'Bước {step}/{total}',
  result: 'Kết quả',
  needsSignal: 'Chưa được, cần có sóng',
  needsPolice: 'Chưa được, cần gặp Công an xã',
  notNeeded: 'Không cần bước này',
} as const;
