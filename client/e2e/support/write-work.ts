/** A volunteer's day as material for whoever looks at screens: written through the screens, in Vietnamese. */
import { expect, type Page } from '@playwright/test';
import { addPhotograph, answerForm, beginDossier, goInApp, openSession, writePerson } from './volunteer.ts';

const HOME = 'Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định';
const MAU = `099147000123|190000123|Hoàng Thị Mẫu|02031947|Nữ|${HOME}|05112022`;
const DU = `099058004567||Nguyễn Văn Dụ|1958|Nam|${HOME}|20042021`;

/** The first answer of each question, as the guide suggests. */
async function endGuide(page: Page): Promise<void> {
  const finish = page.getByTestId('account-finish');
  const answer = page.locator('[data-testid^=account-outcome-]').first();
  for (let steps = 0; steps < 30; steps++) {
    await expect(finish.or(answer).first()).toBeVisible();
    if (await finish.isVisible()) return;
    await answer.click();
  }
  throw new Error('The guide has no end.');
}

export async function chooseAppointment(page: Page, route: string): Promise<void> {
  await page.getByTestId(`route-${route}`).click();
  await page.getByText('Ngày mai', { exact: true }).click();
  await page.getByTestId('appointment-place').fill('Quán cô Lý');
  await page.getByTestId('route-choose').click();
  await expect(page.getByTestId('dossier-finish')).toBeVisible();
}

/** A dossier that is finished, so that its number can be recorded. */
async function finishAnother(page: Page, address: string): Promise<string> {
  const path = await beginDossier(page, address, 'Nguyễn Văn Dụ');
  await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '1' });
  await addPhotograph(page);
  await goInApp(page, address, `${path}/ai-nop`);
  await chooseAppointment(page, 'selfOwnPhone');
  await page.getByTestId('dossier-finish').click();
  await expect(page.getByTestId('dossier-lodged')).toBeVisible();
  return path;
}

/** Temporary residence: the answer of what home it is calls for its paper. */
async function beginOwing(page: Page, address: string): Promise<string> {
  await goInApp(page, address, '/tra-cuu?thu-tuc=1.004194');
  await page.getByText('Hoàng Thị Mẫu').first().click();
  await expect(page.getByTestId('dossier-info')).toBeVisible();
  const path = new URL(page.url()).pathname;
  await page.getByTestId('dossier-info').click();
  await page.getByTestId('answer-homeKind').locator('label').first().click();
  await goInApp(page, address, path);
  await expect(page.getByTestId('paper-waive-leaseContract')).toBeVisible();
  return path;
}

async function findPerson(page: Page, address: string, name: string): Promise<string> {
  await goInApp(page, address, '/nguoi-dan');
  await page.getByText(name).first().click();
  await expect(page).toHaveURL(/nguoi-dan\/./);
  return new URL(page.url()).pathname;
}

/** Addresses of what was written. */
export interface Written {
  readonly session: string;
  readonly person: string;
  readonly guided: string;
  /** Begun: no answer, no paper and no way yet. */
  readonly dossier: string;
  /** Begun, of a procedure that owes papers. */
  readonly owing: string;
  readonly finished: string;
}

/** A session with two people in it, one of them through the guide; a dossier of each, and one more. */
export async function writeWork(page: Page, address: string): Promise<Written> {
  await openSession(page);
  const session = new URL(page.url()).pathname;
  await page.getByTestId('count-one').click();
  await writePerson(page, MAU);
  await writePerson(page, DU);
  const guided = await findPerson(page, address, 'Nguyễn Văn Dụ');
  await goInApp(page, address, `${guided}/tai-khoan`);
  await endGuide(page);
  const finished = await finishAnother(page, address);
  const dossier = await beginDossier(page, address, 'Hoàng Thị Mẫu');
  const owing = await beginOwing(page, address);
  const person = await findPerson(page, address, 'Hoàng Thị Mẫu');
  return { session, person, guided, dossier, owing, finished };
}
