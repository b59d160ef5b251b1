import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { LawApplied, LawList, LawPreview } from '#contract';
import type { CaseFate, LegalDate } from '#domain';
import { request } from './client';

/** Every version of the law, the newest first. */
export const lawsOptions = queryOptions({
  queryKey: ['laws'],
  queryFn: ({ signal }) => request<LawList>('/laws', { signal }),
  staleTime: 600_000,
});

/** What a version means for the open cases, page after page; the figures come with the first. */
export const lawPreviewOptions = (version: LegalDate, fate: CaseFate) =>
  infiniteQueryOptions({
    queryKey: ['law-preview', version, fate],
    queryFn: ({ pageParam, signal }) =>
      request<LawPreview>(`/laws/${version}/preview`, {
        method: 'POST',
        body: { fate, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Applies a version part by part until every open case has been looked at; answers with what all parts did. */
export function useApplyLaw(version: LegalDate) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const whole: LawApplied = { version, moved: 0, forPerson: 0, refused: [], nextCursor: null };
      let cursor: string | null = null;
      do {
        const body: { cursor?: string } = cursor ? { cursor } : {};
        const part: LawApplied = await request(`/laws/${version}/apply`, { method: 'POST', body });
        whole.moved += part.moved;
        whole.forPerson += part.forPerson;
        whole.refused.push(...part.refused);
        cursor = part.nextCursor;
      } while (cursor);
      return whole;
    },
    onSettled: () =>
      Promise.all(
        ['law-preview', 'case', 'cases', 'attention'].map((list) =>
          client.invalidateQueries({ queryKey: [list] }),
        ),
      ),
  });
}
