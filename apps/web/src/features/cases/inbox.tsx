import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { Page } from '../../parts/page';
import { CaseFilters } from './case-filters';
import { CaseList } from './case-list';
import { asFilters } from './search';

/** The cases an agency holds, the most urgent first; closed ones on request. */
export function Inbox() {
  const { t } = useTranslation();
  const me = useMe();
  const search = useSearch({ from: '/office/hop-thu' });
  const navigate = useNavigate({ from: '/hop-thu' });
  return (
    <Page title={t('screens.inbox')} lead={me.agencyName}>
      <CaseFilters
        filters={search}
        onChange={(next) => void navigate({ search: next, replace: true })}
        withAgency={false}
      />
      <CaseList
        filters={asFilters(search)}
        withAgency={false}
        emptyTitle={t('inbox.emptyTitle')}
        emptyHint={t('inbox.emptyHint')}
      />
    </Page>
  );
}
