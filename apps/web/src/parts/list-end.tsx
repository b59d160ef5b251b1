import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './dates';

interface ListEndProps {
  shown: number;
  hasMore: boolean;
  /** True when the search has not come to the end of this page either. */
  isPartial?: boolean;
  isLoading?: boolean;
  onMore: () => void;
}

/** The end of a list: how much of it is shown, and the way to more. */
export function ListEnd({ shown, hasMore, isPartial, isLoading, onMore }: ListEndProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed" role="status">
        {t(textOf({ hasMore, isPartial }), { shown: format.number(shown) })}
      </Text>
      {hasMore && (
        <Button variant="default" loading={isLoading} onClick={onMore}>
          {t(isPartial ? 'actions.searchOn' : 'actions.loadMore')}
        </Button>
      )}
    </Group>
  );
}

function textOf({ hasMore, isPartial }: Pick<ListEndProps, 'hasMore' | 'isPartial'>) {
  if (!hasMore) return 'list.shownAll';
  return isPartial ? 'list.shownPartly' : 'list.shownMore';
}

const STEP = 25;

/** A long list that is here already, shown step by step. */
export function SteppedList<Item>(props: { items: Item[]; children: (items: Item[]) => ReactNode }) {
  const [steps, setSteps] = useState(1);
  const shown = props.items.slice(0, steps * STEP);
  return (
    <>
      {props.children(shown)}
      <ListEnd
        shown={shown.length}
        hasMore={shown.length < props.items.length}
        onMore={() => setSteps(steps + 1)}
      />
    </>
  );
}
