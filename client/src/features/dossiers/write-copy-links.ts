/**
 * The copy card as addresses for square codes: what the portal does not know already, without any identity number and without
 * the name of who lodges. Draws no code, and no address goes anywhere but onto the screen.
 */
import { type CopyCardRow, listCopyCardRows } from '#shared/rules/fill-form';
import { listFields } from '#shared/rules/form-definition';
import type { Patch } from '#shared/model/operation';
import { shiftDay } from '#shared/rules/office-days';
import type { Procedure } from '#shared/rules/procedure';
import { foldText } from '#shared/rules/search-text';
import { COPY_PAGE_PATH, type CopyCode, type CopyRow, writeCopyCode } from '../../copy-page/copy-code.ts';
import { listPhotos } from './list-photos.ts';
import type { Dossier } from './read-dossier.ts';

/** A code of about a hundred modules a side: an older phone still reads it off another phone's screen. */
export const LONGEST_LINK = 1_000;
/** Where no day was agreed the answers are nobody's business after a week. */
const DAYS_WITHOUT_APPOINTMENT = 7;

export interface CopyLinks {
  readonly links: readonly string[];
  /** `yyyy-mm-dd`: the last day on which they open. */
  readonly until: string;
  /** Rows whose value stays here: the citizen types it from the own card. */
  readonly withheld: readonly CopyCardRow[];
  /** Rows whose value is larger than a code. */
  readonly tooLong: readonly CopyCardRow[];
}

export interface CopySource {
  readonly procedure: Pick<Procedure, 'name' | 'form'>;
  readonly dossier: Pick<
    Dossier,
    'answers' | 'papers' | 'papersNotNeeded' | 'appointment' | 'route' | 'relative'
  >;
  /** The citizen's record: the submitter, unless a relative files. */
  readonly citizen: Patch;
}

interface CopyPlace {
  /** Where the page lies: `https://xa.example.vn`. */
  readonly origin: string;
  /** `yyyy-mm-dd` in Vietnam. */
  readonly today: string;
  /** Says on the citizen's phone, too, that this is practice. */
  readonly mark?: string | undefined;
}

export function writeCopyLinks(source: CopySource, { origin, today, mark }: CopyPlace): CopyLinks {
  const { procedure, dossier, citizen } = source;
  const until = findLastDay(dossier.appointment?.day, today);
  const withheld: CopyCardRow[] = [];
  const tooLong: CopyCardRow[] = [];
  const head = {
    title: [mark, procedure.name.vi].filter(Boolean).join(' · '),
    until,
    papers: listPhotos(procedure, dossier).map(({ label }) => label.vi),
  };
  const write = (code: Pick<CopyCode, 'rows' | 'part' | 'parts'>) =>
    `${origin}${COPY_PAGE_PATH}#${writeCopyCode({ ...head, ...code })}`;
  const fits = (rows: readonly CopyRow[]) => write({ rows, part: 10, parts: 10 }).length <= LONGEST_LINK;
  const numbers = listNumberFields(procedure);
  const submitter = dossier.route === 'relative' ? { fullName: dossier.relative?.name ?? '' } : citizen;
  const rows = listCopyCardRows(procedure.form, dossier).map((row) => {
    const { label, screen = 0, value } = row;
    const isSecret = numbers.includes(row.fieldId) || isOfSubmitter(value, submitter);
    const isTooLong = !isSecret && !fits([{ label: label.vi, value, screen }]);
    if (isSecret) withheld.push(row);
    if (isTooLong) tooLong.push(row);
    return { label: label.vi, value: isSecret || isTooLong ? '' : value, screen };
  });
  const pages = divide(rows, fits);
  const links = pages.map((page, at) => write({ rows: page, part: at + 1, parts: pages.length }));
  return { links, until, withheld, tooLong };
}

/** Never shorter than today: an appointment that has passed is being made up for. */
function findLastDay(appointed: string | undefined, today: string): string {
  if (appointed === undefined) return shiftDay(today, DAYS_WITHOUT_APPOINTMENT);
  return appointed < today ? today : appointed;
}

function listNumberFields({ form }: Pick<Procedure, 'form'>): string[] {
  return listFields(form)
    .filter(({ type }) => type === 'personalId')
    .map(({ id }) => id);
}

/** Nine or twelve digits in a row are an old or a new identity number, whoever's it is. */
const IDENTITY_NUMBER = /(^|\D)(\d{9}|\d{12})(\D|$)/;

function isOfSubmitter(value: string, { fullName, personalId }: Patch): boolean {
  const digits = value.replace(/[\s.-]/g, '');
  if (IDENTITY_NUMBER.test(digits)) return true;
  if (typeof personalId === 'string' && personalId !== '' && digits.includes(personalId)) return true;
  return typeof fullName === 'string' && fullName !== '' && foldText(value).includes(foldText(fullName));
}

/** As few codes as hold all rows in their order. */
function divide(rows: readonly CopyRow[], fits: (rows: readonly CopyRow[]) => boolean): CopyRow[][] {
  const pages: CopyRow[][] = [];
  for (const row of rows) {
    const last = pages.at(-1);
    if (last && fits([...last, row])) last.push(row);
    else pages.push([row]);
  }
  return pages;
}
