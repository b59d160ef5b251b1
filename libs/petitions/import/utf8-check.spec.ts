import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import type { FileFault } from './file-fault.js';
import { utf8Check } from './utf8-check.js';

/** Sends bytes through the check in chunks of a size; answers the text, or the fault. */
async function check(bytes: Buffer, chunkSize: number): Promise<string | FileFault> {
  const chunks = [];
  for (let at = 0; at < bytes.length; at += chunkSize) chunks.push(bytes.subarray(at, at + chunkSize));
  const passed: Buffer[] = [];
  try {
    for await (const chunk of Readable.from(chunks).compose(utf8Check())) passed.push(chunk);
  } catch (error) {
    return error as FileFault;
  }
  return Buffer.concat(passed).toString();
}

const SIZES = [1, 2, 3, 5, 1000];

describe.each(SIZES)('in chunks of %i bytes', (size) => {
  test('Vietnamese in UTF-8 passes unchanged, letters of four bytes too', async () => {
    const text = '\ufeffid,subject\n1,“Đầm Dơi” Ð 𠀋\n';
    expect(await check(Buffer.from(text), size)).toBe(text);
  });

  test('a byte of another encoding is named by line and place', async () => {
    const bytes = Buffer.concat([Buffer.from('đ\nab\nx'), Buffer.from([0xe9]), Buffer.from('y\n')]);
    const fault = (await check(bytes, size)) as FileFault;
    expect(fault).toMatchObject({ name: 'FileFault', line: 3 });
    expect(fault.reason.en).toContain('Line 3 (byte 8) is not UTF-8');
  });

  test('a letter that is cut off at the end is not UTF-8', async () => {
    const fault = (await check(Buffer.from([0x61, 0x0a, 0xe1, 0xba]), size)) as FileFault;
    expect(fault).toMatchObject({ line: 2 });
  });

  test('a NUL byte is named by line and place', async () => {
    const fault = (await check(Buffer.from('a\nb\0c'), size)) as FileFault;
    expect(fault).toMatchObject({ line: 2 });
    expect(fault.reason.en).toContain('NUL byte (byte 4)');
  });
});

test('UTF-16 is called by its name', async () => {
  const fault = (await check(Buffer.from('\ufeffid,kind', 'utf16le'), 1000)) as FileFault;
  expect(fault.reason.en).toContain('UTF-16');
});
