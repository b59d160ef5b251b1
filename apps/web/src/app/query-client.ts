import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/client';
import { meOptions } from '../api/session';

/** A refusal will be the same next time; only a lost connection or a tired server is asked again. */
function isWorthRetrying(failures: number, error: unknown) {
  const status = error instanceof ApiError ? error.status : -1;
  return failures < 2 && (status === 0 || status >= 502);
}

/** The one cache of the application. An answer "not signed in" to anything ends the session on the screen. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof ApiError && error.status === 401)
        queryClient.setQueryData(meOptions.queryKey, null);
    },
  }),
  defaultOptions: {
    queries: { retry: isWorthRetrying, staleTime: 5_000 },
    mutations: { retry: false },
  },
});
