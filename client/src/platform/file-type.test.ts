import { describe, expect, it } from 'vitest';
import { findFileType } from './file-type.ts';

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

describe('a paper is known by its content', () => {
  it.each([
    ['jpeg', '\xff\xd8\xff\xe1\x00\x10Exif\x00\x00'],
    ['png', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
    ['webp', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
    ['heic', '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic'],
    ['heic', '\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic'],
    ['pdf', '%PDF-1.7\n%\xe2\xe3\xcf\xd3'],
  ])('%s', (type, head) => expect(findFileType(bytesOf(head))).toBe(type));

  it.each([
    ['a Windows program', 'MZ\x90\x00\x03\x00\x00\x00'],
    ['a Linux program', '\x7fELF\x02\x01\x01\x00'],
    ['an Android package, which is an archive', 'PK\x03\x04\x14\x00'],
    ['a web page', '<!doctype html><script>'],
    ['a web page with a PDF mark further on', '<html>%PDF-1.7'],
    ['a drawing that may hold scripts', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['the same behind an XML line', '<?xml version="1.0"?><svg>'],
    ['an animation', 'GIF89a\x01\x00\x01\x00'],
    ['a film from a phone', '\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom'],
    ['a sound in the same wrapping as WebP', 'RIFF\x24\x00\x00\x00WAVEfmt '],
    ['two bytes of a photograph', '\xff\xd8'],
    ['nothing', ''],
  ])('%s is no paper, whatever it is called', (_what, head) =>
    expect(findFileType(bytesOf(head))).toBeUndefined(),
  );
});
