import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DeadlinePreview, DeadlinePreviewBody, LimitList } from '#contract';
import type { LegalDate } from '#domain';
import { request } from './client';

/** The law's limits in force on a day. While another day is asked for, those of the day before stay in sight. */
export const limitsOptions = (on: LegalDate) =>
  queryOptions({
    queryKey: ['limits', on],
    queryFn: ({ signal }) => request<LimitList>('/deadlines/clocks', { query: { on }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 600_000,
  });

/** When a limit ends and why; a refusal comes in the language of the screen. */
export const previewOptions = (body: DeadlinePreviewBody, language: string) =>
  queryOptions({
    queryKey: ['deadline-preview', body, language],
    queryFn: ({ signal }) => request<DeadlinePreview>('/deadlines/preview', { method: 'POST', body, signal }),
    staleTime: 60_000,
  });
