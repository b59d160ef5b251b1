/** The code as the server knows it, from what a person typed: any case, spaces, dashes of any kind. */
export const plainCode = (typed: string) => typed.replace(/[\s\p{Pd}.]/gu, '').toUpperCase();

/** The code in groups that can be read out and typed: ABCD-EFGH-... */
export const groupCode = (code: string) => (plainCode(code).match(/.{1,4}/g) ?? []).join('-');
