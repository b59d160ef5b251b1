import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { MessageOwner, ParkedPage } from '#contract';
import { request } from './client';

/** Messages that wait for a decision, the longest first, page after page. */
export const parkedOptions = (owner: MessageOwner | undefined) =>
  infiniteQueryOptions({
    queryKey: ['parked', owner],
    queryFn: ({ pageParam, signal }) =>
      request<ParkedPage>('/messages/parked', { query: { owner, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 30_000,
  });

export function useRetryParked() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(`/messages/parked/${id}/retry`, { method: 'POST', body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['parked'] }),
  });
}

export function useGiveUpParked() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      request(`/messages/parked/${id}/give-up`, { method: 'POST', body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['parked'] }),
  });
}
