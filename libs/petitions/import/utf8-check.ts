import { isUtf8 } from 'node:buffer';
import { Transform } from 'node:stream';
import { FileFault } from './file-fault.js';

const NEWLINE = 0x0a;
/** Longest start of a letter that the next chunk may complete. */
const LONGEST_START = 3;

/**
 * A stream that lets UTF-8 through unchanged and stops at the first byte that is not: a file in
 * another encoding would otherwise be imported with ruined letters. NUL is refused too, PostgreSQL
 * cannot keep it.
 */
export function utf8Check(): Transform {
  const position = { line: 1, byte: 0 };
  let rest: Buffer = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const whole = bytes.subarray(0, bytes.length - unfinishedTail(bytes));
      rest = bytes.subarray(whole.length);
      done(faultIn(whole, position), whole);
      advance(position, whole);
    },
    flush(done) {
      done(rest.length > 0 ? notUtf8(position.line, position.byte + 1) : null);
    },
  });
}

interface Position {
  line: number;
  /** Bytes before the chunk. */
  byte: number;
}

function advance(position: Position, bytes: Buffer): void {
  position.line += newlinesIn(bytes);
  position.byte += bytes.length;
}

function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

function faultIn(bytes: Buffer, { line, byte }: Position): FileFault | null {
  if (byte === 0 && isUtf16(bytes)) return otherEncoding(1, 1, 'UTF-16');
  const nul = bytes.indexOf(0);
  if (nul !== -1) return nulByte(line + newlinesIn(bytes.subarray(0, nul)), byte + nul + 1);
  if (isUtf8(bytes)) return null;
  const bad = firstBadByte(bytes);
  return notUtf8(line + newlinesIn(bytes.subarray(0, bad)), byte + bad + 1);
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** How many bytes at the end begin a letter that is not complete yet. */
function unfinishedTail(bytes: Buffer): number {
  for (let length = 1; length <= Math.min(LONGEST_START, bytes.length); length++) {
    const byte = bytes[bytes.length - length]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return letterLength(byte) > length ? length : 0;
  }
  return 0;
}

function letterLength(firstByte: number): number {
  if (firstByte >= 0xf0) return 4;
  return firstByte >= 0xe0 ? 3 : 2;
}

/** Halves the bytes until the first bad letter is found; cuts fall between letters. */
function firstBadByte(bytes: Buffer): number {
  let start = 0;
  let end = bytes.length;
  while (end - start > 1) {
    let middle = start + Math.ceil((end - start) / 2);
    middle -= unfinishedTail(bytes.subarray(start, middle));
    if (middle === start) break;
    if (isUtf8(bytes.subarray(start, middle))) start = middle;
    else if (middle === end) break;
    else end = middle;
  }
  return start;
}

function nulByte(line: number, byte: number): FileFault {
  return new FileFault(line, null, {
    vi: `Dòng ${line} có byte rỗng (NUL, byte thứ ${byte}): tệp bị hỏng hoặc không phải tệp CSV. Hãy xuất lại tệp.`,
    en: `Line ${line} holds a NUL byte (byte ${byte}): the file is damaged or is no CSV file. Export it again.`,
  });
}

function notUtf8(line: number, byte: number): FileFault {
  return otherEncoding(line, byte, null);
}

function otherEncoding(line: number, byte: number, name: string | null): FileFault {
  const vi = name ? `Tệp dùng bảng mã ${name}` : `Dòng ${line} (byte thứ ${byte}) không phải UTF-8`;
  const en = name ? `The file is in ${name}` : `Line ${line} (byte ${byte}) is not UTF-8`;
  return new FileFault(line, null, {
    vi: `${vi}: trong Excel hãy lưu lại dạng “CSV UTF-8 (Comma delimited)”, trong LibreOffice chọn bảng mã “Unicode (UTF-8)”.`,
    en: `${en}: in Excel save it as "CSV UTF-8 (Comma delimited)", in LibreOffice choose the character set "Unicode (UTF-8)".`,
  });
}
