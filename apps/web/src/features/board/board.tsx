import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { boardOptions } from '../../api/supervision';
import { useFormat } from '../../parts/dates';
import { Page } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { BoardTable } from './board-table';
import { BoardTotals } from './board-totals';

/** What is open, late and escalated, over all and by agency. */
export function Board() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(boardOptions);
  const lead = query.data && t('board.asOf', { at: format.instant(query.data.asOf) });
  return (
    <Page title={t('screens.board')} lead={lead}>
      <Answer query={query}>
        {({ totals, rows }) => (
          <>
            <BoardTotals totals={totals} />
            <Stack gap="sm">
              <Title order={2}>{t('board.byAgency')}</Title>
              {rows.length === 0 ? (
                <Empty title={t('board.emptyTitle')} hint={t('board.emptyHint')} />
              ) : (
                <BoardTable rows={rows} />
              )}
            </Stack>
          </>
        )}
      </Answer>
    </Page>
  );
}
