import { Grid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { Page } from '../../parts/page';
import { PetitionForm } from './petition-form';
import { TodayList } from './today-list';

/** The reception desk: log a petition, and what came in today. */
export function Desk() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page title={t('screens.desk')} lead={me.agencyName}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <PetitionForm />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <TodayList />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
