import { queryOptions } from '@tanstack/react-query';
import type { ChartView } from '#contract';
import type { Procedure } from '#domain';
import { request } from './client';

/** The steps of a procedure; they change with a release only. */
export const chartOptions = (procedure: Procedure) =>
  queryOptions({
    queryKey: ['chart', procedure],
    queryFn: ({ signal }) => request<ChartView>(`/charts/${procedure}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
