import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { DemoView, MeView } from '#contract';
import { ApiError, request, send } from './client';

/** The signed-in person, or null when nobody is. */
export const meOptions = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<MeView | null> => {
    try {
      return await request<MeView>('/me', { signal });
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** The accounts of the demo; null in a real installation. */
export const demoOptions = queryOptions({
  queryKey: ['demo'],
  queryFn: async ({ signal }): Promise<DemoView | null> => {
    try {
      return await request<DemoView>('/demo', { signal });
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
});

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string; password: string }) =>
      send('/api/auth/sign-in/email', { method: 'POST', body }),
    onSuccess: () => {
      client.clear();
      return client.fetchQuery(meOptions);
    },
  });
}

/** Signs out and forgets everything that was read: the next person may see less. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send('/api/auth/sign-out', { method: 'POST', body: {} }),
    onSettled: () => {
      client.clear();
      client.setQueryData(meOptions.queryKey, null);
    },
  });
}
