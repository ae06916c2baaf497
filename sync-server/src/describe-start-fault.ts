/** Why a server does not start, in one sentence each, with the way out. Vietnamese first: it is read in a commune office. */
import type { ListenFault } from './middleware/listen.ts';
import type { DeploymentFault } from './services/open-deployment.ts';

export type StartFault = ListenFault | DeploymentFault | { readonly type: 'notFounded' };

export function describeStartFault(fault: StartFault): string {
  const [vi, en] = sayTwice(fault);
  return `${vi}\n${en}`;
}

function sayTwice(fault: StartFault): readonly [vi: string, en: string] {
  switch (fault.type) {
    case 'portBusy':
      return [
        `Cổng ${fault.port} đang có chương trình khác dùng: tắt chương trình đó, hoặc đặt PORT sang số khác.`,
        `Port ${fault.port} is taken by another program: stop that one, or set PORT to another number.`,
      ];
    case 'portRefused':
      return [
        `Máy không cho mở cổng ${fault.port} (${fault.reason}): đặt PORT từ 1024 trở lên, và xem lại HOST.`,
        `The machine does not allow port ${fault.port} (${fault.reason}): set PORT to 1024 or more, and check HOST.`,
      ];
    case 'folderUnwritable':
      return [
        `Không ghi được vào thư mục ${fault.folder}: cấp quyền ghi, hoặc chọn thư mục khác bằng DATA_DIR, KEYS_DIR.`,
        `The folder ${fault.folder} cannot be written to: allow it, or choose another with DATA_DIR, KEYS_DIR.`,
      ];
    case 'databaseRefused':
      return [
        `Không mở được cơ sở dữ liệu: ${fault.reason}`,
        `The database cannot be opened: ${fault.reason}`,
      ];
    case 'notFounded':
      return [
        'Chưa có xã nào trên máy chủ này: chạy "npm run first-administrator" một lần.',
        'There is no commune on this server yet: run "npm run first-administrator" once.',
      ];
    case 'keysOfAnotherStore':
      return [
        'Khoá trong KEYS_DIR không phải khoá của dữ liệu trong DATA_DIR: đặt đúng cặp thư mục, hoặc khôi phục khoá bằng "npm run restore".',
        'The keys in KEYS_DIR are not those of the data in DATA_DIR: name the right pair of folders, or bring the keys back with "npm run restore".',
      ];
    case 'keysMissing':
      return [
        'Chưa có khoá trong KEYS_DIR: máy mới thì chạy "npm run first-administrator", máy cũ thì khôi phục bằng "npm run restore".',
        'There are no keys in KEYS_DIR: on a new machine run "npm run first-administrator", on an old one "npm run restore".',
      ];
    case 'keysInsideData':
      return [
        'KEYS_DIR nằm trong DATA_DIR: chép dữ liệu đi là chép cả khoá, hãy để khoá ở thư mục khác.',
        'KEYS_DIR lies inside DATA_DIR: whoever copies the data has its keys, so keep them in another folder.',
      ];
    case 'keysThere':
      return [
        'Trong KEYS_DIR đã có khoá, nên không tạo khoá mới đè lên.',
        'There are keys in KEYS_DIR already, and none are made over them.',
      ];
    case 'keysDamaged':
      return [
        'Tệp khoá trong KEYS_DIR bị hỏng hoặc thiếu: khôi phục bằng "npm run restore" với 16 từ trên giấy.',
        'A key file in KEYS_DIR is damaged or missing: bring it back with "npm run restore" and the 16 words on paper.',
      ];
    case 'keysOpenToOthers':
      return [
        `Người khác trên máy đọc được tệp khoá ${fault.file}: chạy chmod 600 cho các tệp trong KEYS_DIR.`,
        `Others on this machine can read the key file ${fault.file}: run chmod 600 on the files in KEYS_DIR.`,
      ];
  }
}
