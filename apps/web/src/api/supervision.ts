import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AttentionView, BoardView, NoticePage, settleAttentionBody, TrackingView } from '#contract';
import type { Attention } from '#domain';
import { request } from './client';

export const boardOptions = queryOptions({
  queryKey: ['board'],
  queryFn: ({ signal }) => request<BoardView>('/board', { signal }),
  refetchInterval: 30_000,
});

interface AttentionPage {
  items: AttentionView[];
  nextCursor: string | null;
  partial: boolean;
}

/** What a person must decide or supply, page after page. */
export const attentionOptions = (kind: Attention | undefined) =>
  infiniteQueryOptions({
    queryKey: ['attention', kind],
    queryFn: ({ pageParam, signal }) =>
      request<AttentionPage>('/attention', { query: { kind, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export type SettleBody = z.input<typeof settleAttentionBody>;

export function useSettleAttention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: SettleBody }) =>
      request(`/attention/${id}/settle`, { method: 'POST', body }),
    onSuccess: () =>
      Promise.all(
        ['attention', 'case', 'cases'].map((list) => client.invalidateQueries({ queryKey: [list] })),
      ),
  });
}

/** Messages to the signed-in person, the newest first. */
export const noticesOptions = infiniteQueryOptions({
  queryKey: ['notices'],
  queryFn: ({ pageParam, signal }) =>
    request<NoticePage>('/notices', { query: { cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  refetchInterval: 30_000,
});

export function useReadNotice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(`/notices/${id}/read`, { method: 'POST', body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
}

/** Where a case stands, for whoever holds the code of the receipt. */
export const trackingOptions = (code: string) =>
  queryOptions({
    queryKey: ['tracking', code],
    queryFn: ({ signal }) => request<TrackingView>(`/tracking/${encodeURIComponent(code)}`, { signal }),
  });
