import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  CasePage,
  CaseView,
  COMMAND_BODIES,
  CommandResult,
  caseQuery,
  HistoryEntry,
  Receipt,
  RegisterBody,
  SimilarBody,
  SimilarCase,
} from '#contract';
import type { CaseCommandName } from '#domain';
import { request } from './client';

/** Filters of a list of cases, without what paging adds. */
export type CaseFilters = Omit<z.output<typeof caseQuery>, 'cursor' | 'limit' | 'sort'> & {
  sort?: 'due' | 'received' | 'newest' | undefined;
};

/** A list of cases, page after page. */
export const caseListOptions = (filters: CaseFilters, limit = 25) =>
  infiniteQueryOptions({
    queryKey: ['cases', filters, limit],
    queryFn: ({ pageParam, signal }) =>
      request<CasePage>('/cases', { query: { ...filters, limit, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 60_000,
  });

export const caseOptions = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => request<CaseView>(`/cases/${id}`, { signal }),
  });

export const historyOptions = (id: string) =>
  queryOptions({
    queryKey: ['history', id],
    queryFn: ({ signal }) => request<{ items: HistoryEntry[] }>(`/cases/${id}/history`, { signal }),
  });

/** The receipt again, for the desk that took the petition in. */
export const receiptOptions = (id: string) =>
  queryOptions({
    queryKey: ['receipt', id],
    queryFn: ({ signal }) => request<Receipt>(`/cases/${id}/receipt`, { signal }),
  });

/** Cases that may be about the same as what is typed. Sent as a body: names do not belong in addresses. */
export const similarOptions = (asked: SimilarBody | null) =>
  queryOptions({
    queryKey: ['similar', asked],
    queryFn: ({ signal }) =>
      request<{ items: SimilarCase[] }>('/cases/similar', { method: 'POST', body: asked, signal }),
    enabled: asked !== null,
    gcTime: 0,
  });

/** Logs a petition; the receipt is kept so that its page opens at once. */
export function useRegister() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: RegisterBody; key: string }) =>
      request<Receipt>('/cases', { method: 'POST', body, headers: { 'idempotency-key': key } }),
    onSuccess: (receipt) => {
      client.setQueryData(receiptOptions(receipt.caseId).queryKey, receipt);
      return refreshLists(client);
    },
  });
}

export type CommandBody = z.input<(typeof COMMAND_BODIES)[CaseCommandName]>;

interface GivenCommand {
  id: string;
  command: CaseCommandName;
  version: number;
  body: CommandBody;
  key: string;
}

/** Gives one command to one case, on the version the person has seen. */
export function useCommand() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, command, version, body, key }: GivenCommand) =>
      request<CommandResult>(`/cases/${id}/${kebab(command)}`, {
        method: 'POST',
        body,
        headers: { 'if-match': `"${version}"`, 'idempotency-key': key },
      }),
    onSuccess: (result) => refreshCase(client, result.caseId),
  });
}

/** Reads a case again with everything that shows it. */
export function refreshCase(client: QueryClient, id: string) {
  return Promise.all([
    client.invalidateQueries({ queryKey: ['case', id] }),
    client.invalidateQueries({ queryKey: ['history', id] }),
    refreshLists(client),
  ]);
}

function refreshLists(client: QueryClient) {
  const lists = ['cases', 'board', 'attention', 'notices'];
  return Promise.all(lists.map((list) => client.invalidateQueries({ queryKey: [list] })));
}

const kebab = (command: string) => command.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
