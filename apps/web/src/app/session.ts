import { createContext, useContext } from 'react';
import type { MeView } from '#contract';

export const MeContext = createContext<MeView | null>(null);

/**
 * The signed-in person; only screens inside the office ask.
 * @throws Error outside the office.
 */
export function useMe(): MeView {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe is used outside the office');
  return me;
}
