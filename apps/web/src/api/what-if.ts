import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { WhatIfAnswer, WhatIfRules, whatIfBody } from '#contract';
import { request } from './client';

/** A question as it is sent: what is left out is the usual. */
export type WhatIfQuestion = z.input<typeof whatIfBody>;

/** The limits and ladders in force that a supposition may change. */
export const whatIfRulesOptions = queryOptions({
  queryKey: ['what-if-rules'],
  queryFn: ({ signal }) => request<WhatIfRules>('/what-if/rules', { signal }),
  staleTime: 600_000,
});

/** What would have been, page after page; a replay takes long, so it is asked once and never by itself. */
export const whatIfOptions = (question: WhatIfQuestion | null, language: string) =>
  infiniteQueryOptions({
    queryKey: ['what-if', question, language],
    queryFn: ({ pageParam, signal }) =>
      request<WhatIfAnswer>('/what-if', {
        method: 'POST',
        body: { ...question, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: question !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
