/** `npm run pictures`: goes through the guide's tasks in the running app with made-up people, and puts a picture of each into docs/pictures. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workOnLaptop } from './pictures/laptop-pictures.ts';
import { receive, review, sitDown } from './pictures/office-pictures.ts';
import { closeAll, PHONE, start, take, writePictures } from './pictures/take-picture.ts';
import {
  answerAccount,
  enrol,
  followDossier,
  HOME,
  practise,
  prepareDossier,
  prepareOne,
  scanCard,
} from './pictures/volunteer-pictures.ts';
import { listFilmFlags, writeFilm } from './support/code-pictures.ts';
import { sendNow } from './support/follow-up.ts';
import { type Demo, startDemo } from './support/start-demo.ts';
import { chooseRoute, goInApp, openSession, writePerson } from './support/volunteer.ts';

const MAU = `099147000123||Hoàng Thị Mẫu|02031947|Nữ|${HOME}|05112022`;
const DU = `099058004567||Nguyễn Văn Dụ|1958|Nam|${HOME}|20042021`;

process.env['TZ'] = 'Asia/Ho_Chi_Minh';

async function takeAll(demo: Demo): Promise<void> {
  const { url: address } = demo.roles.volunteer;
  await practise(demo);
  const head = await sitDown(demo, 'head');
  const film = join(mkdtempSync(join(tmpdir(), 'go-cua-film-')), 'film.y4m');
  writeFilm(film, [{ seconds: 8 }, { seconds: 60, code: MAU }]);
  const page = await start(PHONE, listFilmFlags(film));
  await enrol(page, demo, head);
  await openSession(page);
  const session = new URL(page.url()).pathname;
  for (let heads = 0; heads < 3; heads++) await page.getByTestId('count-one').click();
  await scanCard(page);
  await writePerson(page, DU);
  await take(page, 'session');
  await answerAccount(page, address);
  const dossier = await prepareOne(page, address);
  await followDossier(page, demo, dossier);
  await prepareDossier(page, address, 'Nguyễn Văn Dụ');
  await chooseRoute(page, 'counter');
  await page.getByTestId('dossier-finish').click();
  await goInApp(page, address, session);
  await workOnLaptop(page, demo, head);
  await page.getByTestId('session-close').click();
  await take(page, 'close');
  await page.getByTestId('session-close-confirm').click();
  await sendNow(page, address);
  await receive(demo);
  await review(head, demo);
}

const demo = await startDemo({ PORTAL_POLL: '1s' });
try {
  await takeAll(demo);
  writePictures();
} finally {
  await closeAll();
  await demo.stop();
}
