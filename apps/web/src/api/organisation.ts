import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AgencyView, agencyBody, agencyPatch, StaffView, staffBody, staffPatch } from '#contract';
import { request } from './client';

/** All agencies; some hundred rows, read once and searched on the spot. */
export const agenciesOptions = queryOptions({
  queryKey: ['agencies'],
  queryFn: ({ signal }) => request<{ items: AgencyView[] }>('/agencies', { signal }),
  select: (answer) => answer.items,
  staleTime: 5 * 60_000,
});

export const staffOptions = queryOptions({
  queryKey: ['staff'],
  queryFn: ({ signal }) => request<{ items: StaffView[] }>('/staff', { signal }),
  select: (answer) => answer.items,
});

export type AgencyBody = z.input<typeof agencyBody>;
export type AgencyPatch = z.input<typeof agencyPatch>;
export type StaffBody = z.input<typeof staffBody>;
export type StaffPatch = z.input<typeof staffPatch>;

/** Adds an agency, or changes the one whose code is given. */
export function useSaveAgency() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { code: null; body: AgencyBody } | { code: string; body: AgencyPatch }) =>
      change.code === null
        ? request<AgencyView>('/agencies', { method: 'POST', body: change.body })
        : request<AgencyView>(`/agencies/${change.code}`, { method: 'PATCH', body: change.body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['agencies'] }),
  });
}

/** Adds a member of staff, or changes the one whose id is given. */
export function useSaveStaff() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { id: null; body: StaffBody } | { id: string; body: StaffPatch }) =>
      change.id === null
        ? request<StaffView>('/staff', { method: 'POST', body: change.body })
        : request<StaffView>(`/staff/${change.id}`, { method: 'PATCH', body: change.body }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['staff'] }),
        client.invalidateQueries({ queryKey: ['agencies'] }),
      ]),
  });
}
