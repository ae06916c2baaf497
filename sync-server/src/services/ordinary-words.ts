/** Words of every day that are written like a name: left in a note when they are in small letters. Extend it where a note lost a word that named nobody. */

/** Read after a title of address, in folded letters: title and word. */
const AFTER_TITLE = `
anh em, anh ta, anh trai, anh hung, anh minh, anh chi, anh ca, anh ho, bac si, bac sy, bac tai, bac bo, ba con, ba bau,
ba ngoai, ba noi, ba me, ba gia, ba lao, ba ta, ba do, ba xa, ba ngay, ba nam, ba lan, ba may, ba thang, chau noi,
chau ngoai, chau be, chi em, chi dau, chi gai, chi ta, chi phi, chi bo, chi hoi, chi tiet, chi tra, chu nhat, chu quan,
chu tich, chu tri, chu y, chu thich, chu trong, chu ky, chu nhan, chu ho, co ban, co dau, co don, co giao, co quan,
co so, co the, co ta, co hoi, co mat, co may, co loi, co ho, co song, co the, co giay, co duoc, co chut, co hoa,
cu the, cu gia, cu ba, cu ong, em be, em gai, em trai, em ut, me con, me gia, mo may, mo tai, o nha, o xa, o thon, o nam,
ong ba, ong chu, ong lao, ong ngoai, ong noi, ong ta, thay doi, thay the, thay giao, thay thuoc, bo me, bo sung, bo phan,
cau be, cau chuyen, di chuyen, di dong, bu lai, ma so, ma qr, ma vach
`;

/** Two words that are also the end or the middle of a full name, or begin with somebody's given name. */
const PAIRS = `
an khang, an ninh, an toan, an tam, bao an, bao hiem, binh an, binh dang, binh minh, binh thuong, cong an, cong bang,
cong dan, cong hoa, cong minh, cong nghe, cong tac, cong ty, cong vien, dan chu, duc hanh, gia dinh, hai quan, hanh phuc,
hoa binh, hoa mai, hoa lan, hoa hong, hong hoa, hung manh, kim loai, kim hoa, minh bach, minh chung, minh hoa, ngoc trai,
quang cao, quoc gia, quoc khanh, quoc phong, phuong tien, tan tat, tan noi, thanh cong, thanh hoa, thanh nien, thanh pho,
thanh tich, thanh toan, thanh tra, thanh vien, the thao, thi truong, thi tran, thi xa, thong tin, thuy loi, trung binh,
trung tam, trung thu, truong hoc, tu do, van ban, van bang, van chuyen, van dong, van hoa, van hoc, van khoa, van minh,
van phong, van thu, vinh quang, xuan thu, y te, y kien, bi thu, can bo, chu tich, cong chuc, doan vien, giao vien,
hoi truong, hoi vien, tai xe, thu ky, to truong, to vien, truong ban, truong phong, truong thon, y si, y ta
`;

const list = (words: string): ReadonlySet<string> =>
  // The search writes y as i: `Lý` and `Lí` are one name.
  new Set(words.split(',').map((pair) => pair.trim().replace(/\s+/g, ' ').replace(/y/g, 'i')));

export const ordinaryAfterTitle = list(AFTER_TITLE);
export const ordinaryPairs = list(PAIRS);
