/** Words of the volunteer's first screen. */
export const today = {
  title: 'Hôm nay',
  greeting: 'Chào {name}',
  unfinished: 'Đang làm dở',
  agenda: 'Việc hôm nay',
  tellPeople: 'Báo tin cho bà con ({count})',
  told: 'Đã báo',
  empty: 'Hôm nay chưa có việc hẹn',
  emptyHint: 'Ghé một nhà trong thôn, hoặc mở buổi nếu có người chờ.',
  openSession: 'Mở buổi',
  enterSession: 'Vào buổi',
  sessionOpen: 'Buổi đang mở · từ {time}',
  sessionDay: 'Buổi ngày {day}',
  draft: 'Hồ sơ đang soạn',
  appointment: 'Hẹn {part} · {place}',
  morning: 'sáng',
  afternoon: 'chiều',
} as const;
