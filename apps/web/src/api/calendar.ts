import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  CalendarView,
  DeadlineLink,
  DecreeList,
  DecreeMovePage,
  DecreeView,
  decreeBody,
  MoveEffect,
} from '#contract';
import { request } from './client';

/** Where calendar programs read the working calendar. */
export const CALENDAR_FEED = '/api/v1/calendar.ics';

export const calendarOptions = queryOptions({
  queryKey: ['calendar'],
  queryFn: ({ signal }) => request<CalendarView>('/calendar', { signal }),
});

/** While one is being applied or retracted the list is read again and again: its count goes on. */
export const decreesOptions = queryOptions({
  queryKey: ['decrees'],
  queryFn: ({ signal }) => request<DecreeList>('/decrees', { signal }),
  select: ({ items }) => items,
  refetchInterval: ({ state }) => (state.data?.items.some((decree) => isUnderWay(decree)) ? 2_000 : false),
});

export const isUnderWay = ({ state }: DecreeView) => state === 'applying' || state === 'retracting';

interface MoveFilters {
  effect?: MoveEffect | undefined;
  agency?: string | undefined;
}

/** The clocks of a preview, page after page; another preview is another list. */
export const movesOptions = (decree: DecreeView, filters: MoveFilters) =>
  infiniteQueryOptions({
    queryKey: ['decree-moves', decree.id, decree.preview?.asOf, filters],
    queryFn: ({ pageParam, signal }) =>
      request<DecreeMovePage>(`/decrees/${decree.id}/moves`, {
        query: { ...filters, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export type DecreeInput = z.input<typeof decreeBody>;

/** Drafts a decree, or changes the draft whose id is given. */
export const useSaveDecree = () =>
  useDecreeMutation(({ id, body }: { id: string | null; body: DecreeInput }) =>
    id === null
      ? request<DecreeView>('/decrees', { method: 'POST', body })
      : request<DecreeView>(`/decrees/${id}`, { method: 'PUT', body }),
  );

export const useDiscardDecree = () =>
  useDecreeMutation((id: string) => request(`/decrees/${id}`, { method: 'DELETE' }));

export type DecreeAct = 'preview' | 'apply' | 'retract';

/** Previews, applies or retracts. */
export const useDecreeAct = () =>
  useDecreeMutation(({ id, act }: { id: string; act: DecreeAct }) =>
    request<DecreeView>(`/decrees/${id}/${act}`, { method: 'POST', body: {} }),
  );

function useDecreeMutation<Variables, Answer>(send: (variables: Variables) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () =>
      Promise.all(['decrees', 'calendar'].map((list) => client.invalidateQueries({ queryKey: [list] }))),
  });
}

/** The address under which a calendar program subscribes to an agency's deadlines. */
export const deadlineLinkOptions = (agencyCode: string) =>
  queryOptions({
    queryKey: ['deadlines-link', agencyCode],
    queryFn: ({ signal }) => request<DeadlineLink>(`/agencies/${agencyCode}/deadlines-link`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Another address; the earlier one works no more. */
export function useRenewDeadlineLink(agencyCode: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request<DeadlineLink>(`/agencies/${agencyCode}/deadlines-link`, { method: 'POST', body: {} }),
    onSuccess: (link) => client.setQueryData(deadlineLinkOptions(agencyCode).queryKey, link),
  });
}
