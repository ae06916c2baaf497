/** Words of the volunteer's first screen. */
export const today = {
  title: 'Hôm nay',
  greeting: 'Chào {name}',
  unfinished: 'Đang làm dở',
  agenda: 'Việc hôm nay',
  tellPeople: 'Báo tin cho bà con ({count})',
  told: 'Đã báo',
  empty: 'Hôm nay chưa có việc hẹn',
  emptyHint: 'Bà con đến đông thì mở buổi. Giúp riêng một người thì bấm +, chọn Người mới.',
  openSession: 'Mở buổi',
  enterSession: 'Vào buổi',
  sessionOpen: 'Buổi đang mở · từ {time}',
  sessionDay: 'Buổi ngày {day}',
  draft: 'Hồ sơ đang soạn',
  appointment: 'Hẹn {part}',
  morning: 'sáng',
  afternoon: 'chiều',
} as const;
