import { Fieldset, Select, SimpleGrid } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { PETITION_KINDS, PROCEDURES } from '#domain';
import { AgencySelect } from '../../parts/agency-select';
import type { Petition } from './petition';

/** What may be decided at once at the desk; all of it can wait. */
export function RoutingFields({ form }: { form: UseFormReturnType<Petition> }) {
  const { t } = useTranslation();
  const procedures = PROCEDURES.filter((procedure) => procedure !== 'unclassified');
  const choice = (name: 'declaredKind' | 'procedure', words: { value: string; label: string }[]) => {
    const { value, onChange, ...rest } = form.getInputProps(name);
    return (
      <Select
        label={t(`fields.${name}`)}
        placeholder={t('desk.later')}
        data={words}
        clearable
        clearButtonProps={{ 'aria-label': t('actions.clear') }}
        value={value || null}
        onChange={(next) => onChange(next ?? '')}
        {...rest}
      />
    );
  };
  return (
    <Fieldset legend={t('desk.routing')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        {choice(
          'declaredKind',
          PETITION_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
        )}
        {choice(
          'procedure',
          procedures.map((value) => ({ value, label: t(`procedures.${value}`) })),
        )}
        <AgencySelect
          label={t('fields.agencyCode')}
          {...form.getInputProps('agencyCode')}
          placeholder={t('desk.later')}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
