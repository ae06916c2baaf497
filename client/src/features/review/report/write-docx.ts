/** Writes a document of paragraphs and tables as a Word file (Office Open XML). Knows nothing of what it says. */
import { strToU8, zipSync } from 'fflate';

type Align = 'left' | 'center' | 'right' | 'both';

export interface Paragraph {
  readonly text: string;
  readonly align?: Align;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  /** Points; 14 where it is left out. */
  readonly size?: number;
  /** The first line stands in by 1 cm. */
  readonly isIndented?: boolean;
  /** A line under the words, as under a motto. */
  readonly isUnderlined?: boolean;
}

export interface Table {
  /** In twentieths of a point; their sum is the table's. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (readonly Paragraph[])[])[];
  readonly hasBorders: boolean;
}

export type Block = Paragraph | Table;

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A4 with the margins of Decree 30/2020: 20 mm above and below, 30 mm left, 15 mm right; twentieths of a point. */
const PAGE =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/>';
export const TEXT_WIDTH = 11906 - 1701 - 851;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The same blocks make the same bytes: the file bears no time of its own. */
export function writeDocx(blocks: readonly Block[]): Uint8Array<ArrayBuffer> {
  const body = blocks.map((block) => ('rows' in block ? writeTable(block) : writeParagraph(block))).join('');
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${WORDS}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults></w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${WORDS}"><w:body>${body}<w:sectPr>${PAGE}</w:sectPr></w:body></w:document>`,
  };
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(HEAD + text)] as const);
  const zipped = zipSync(Object.fromEntries(packed), { mtime: new Date(1980, 0, 1, 12) });
  return new Uint8Array(zipped);
}

function writeParagraph(paragraph: Paragraph): string {
  const { text, align = 'left', isBold, isItalic, isUnderlined, isIndented, size } = paragraph;
  const indent = isIndented ? '<w:ind w:firstLine="567"/>' : '';
  const properties = [
    isBold && '<w:b/>',
    isItalic && '<w:i/>',
    size !== undefined && `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
    isUnderlined && '<w:u w:val="single"/>',
  ];
  const run = `<w:r><w:rPr>${properties.filter(Boolean).join('')}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  return `<w:p><w:pPr>${indent}<w:jc w:val="${align}"/></w:pPr>${text === '' ? '' : run}</w:p>`;
}

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;

function writeTable({ widths, rows, hasBorders }: Table): string {
  const line = hasBorders ? 'single' : 'nil';
  const borders = EDGES.map((edge) => `<w:${edge} w:val="${line}" w:sz="4" w:space="0" w:color="auto"/>`);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const written = rows.map((cells) => {
    const row = cells.map(
      (paragraphs, at) =>
        `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr>${paragraphs.map(writeParagraph).join('') || '<w:p/>'}</w:tc>`,
    );
    return `<w:tr>${row.join('')}</w:tr>`;
  });
  const total = widths.reduce((sum, width) => sum + width, 0);
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written.join('')}</w:tbl>`;
}

/** What somebody typed may hold anything; characters that no XML may hold are left out. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
