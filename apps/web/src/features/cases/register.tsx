import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { Page } from '../../parts/page';
import { CaseFilters } from './case-filters';
import { CaseList } from './case-list';
import { asFilters } from './search';

/** All cases the signed-in person may see; whoever supervises can urge and escalate from here. */
export function Register() {
  const { t } = useTranslation();
  const me = useMe();
  const search = useSearch({ from: '/office/vu-viec' });
  const navigate = useNavigate({ from: '/vu-viec' });
  const supervises = me.role === 'supervisor' || me.role === 'coordinationOffice';
  return (
    <Page title={t('screens.cases')} lead={t('cases.lead')}>
      <CaseFilters
        filters={search}
        onChange={(next) => void navigate({ search: next, replace: true })}
        withAgency
      />
      <CaseList
        filters={asFilters(search)}
        withAgency
        withSupervision={supervises}
        emptyTitle={t('cases.emptyTitle')}
        emptyHint={t('cases.emptyHint')}
      />
    </Page>
  );
}
