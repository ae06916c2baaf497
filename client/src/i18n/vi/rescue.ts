/** Words for the moment when what was typed is not on the phone yet: what happened, what is safe, what can be done. */
export const rescue = {
  title: 'Chưa lưu được xuống máy',
  covered: 'Máy đã che tên nhưng chưa khóa hẳn, vì khóa bây giờ thì mất phần vừa nhập.',
  count: 'Còn {count} việc vừa nhập chưa lưu. Đừng tắt máy.',
  safe: 'Những gì đã lưu từ trước vẫn còn nguyên và vẫn tự gửi.',
  retrying: 'Máy tự thử lại 10 giây một lần.',
  allSaved: 'Đã lưu hết. Không mất gì.',

  'why.vaultStopped':
    'Phần giữ khóa của sổ đã dừng giữa chừng. Nhập mã PIN để mở lại; phần vừa nhập sẽ được lưu.',
  'why.tooLarge': 'Có chỗ nhập dài quá, máy không cất được. Mở lại rồi viết ngắn hơn.',
  'why.checkFailed': 'Máy ghi xuống rồi đọc lại thì không khớp. Thử lưu lại.',
  'why.broken': 'Máy bị trục trặc lúc lưu. Thử lưu lại.',

  retry: 'Thử lưu lại',
  goOn: 'Làm tiếp',
  pinText: 'Nhập mã PIN để mở lại sổ và làm tiếp.',
  lockAnyway: 'Khóa luôn, bỏ phần chưa lưu',
  lockAnywayText: 'Sẽ mất hẳn {count} việc vừa nhập chưa lưu. Việc đã lưu không mất.',
  lockAnywaySure: 'Chấp nhận mất, khóa luôn',
} as const;
