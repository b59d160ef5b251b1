import { useRef } from 'react';

/** A random UUID; `crypto.randomUUID` is missing where the office serves plain HTTP on its own network. */
function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * Gives the Idempotency-Key of a body: the same key while the same body is sent again (a lost answer,
 * a double click), a new one as soon as the body differs.
 */
export function useIdempotencyKey() {
  const last = useRef({ body: '', key: '' });
  return (body: unknown) => {
    const text = JSON.stringify(body);
    if (!last.current.key || last.current.body !== text) last.current = { body: text, key: randomKey() };
    return last.current.key;
  };
}
