import type { NoticeOffice } from './notice-office.js';

/** The Message-ID of a mail or a digest: the same at every try, so that a mail sent twice is seen to be one. */
export function messageIdOf(id: string, { publicUrl }: Pick<NoticeOffice, 'publicUrl'>): string {
  return `<${id}@dan-nguyen.${new URL(publicUrl).hostname}>`;
}
