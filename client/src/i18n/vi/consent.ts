/** Words of asking leave, before any name is written. */
export const consent = {
  readAloud: 'Đọc cho bà con nghe',
  agreesTo: 'Bác đồng ý cho:',
  agree: 'Bác đồng ý',
  notNow: 'Chưa muốn',
  notNowText: 'Không sao. Vẫn hướng dẫn được; chỉ đếm 1 người, không ghi tên.',
  oneStopDesk: 'Bộ phận Một cửa của xã',
} as const;
