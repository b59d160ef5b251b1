import { Stack } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ListEnd } from './list-end';
import { Failure, Loading, Stale } from './states';

/** A page; a partial one is not full, though there may be more. */
interface Part<Item> {
  items: Item[];
  nextCursor: string | null;
  partial?: boolean;
}

interface EndlessListProps<Item> {
  query: UseInfiniteQueryResult<InfiniteData<Part<Item>>>;
  empty: ReactNode;
  children: (items: Item[]) => ReactNode;
}

/** A list that is read page after page, on request. */
export function EndlessList<Item>({ query, empty, children }: EndlessListProps<Item>) {
  if (!query.data && query.isError) return <Failure error={query.error} onRetry={query.refetch} />;
  if (!query.data) return <Loading />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0 && !query.hasNextPage) return empty;
  return (
    <Stack gap="md">
      {query.isError && <Stale at={query.dataUpdatedAt} onRetry={query.refetch} />}
      {items.length > 0 && children(items)}
      <ListEnd
        shown={items.length}
        hasMore={query.hasNextPage}
        isPartial={query.data.pages.at(-1)?.partial ?? false}
        isLoading={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
    </Stack>
  );
}
