/** Words of the one-stop officer's desk. */
export const desk = {
  title: 'Cần xử lý',
  appointmentsToday: 'Hẹn hôm nay',
  lodgedAlready: 'Đã nộp trực tuyến chưa?',
} as const;
