import { Autocomplete, Fieldset, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CHANNELS } from '#domain';
import { agenciesOptions } from '../../api/organisation';
import { isPlace } from '../../parts/agency-select';
import { DateField } from '../../parts/date-field';
import { bestMatches } from '../../parts/fold';
import { isBackdated, type Petition } from './petition';

/** How, when and from where the petition came. */
export function ReceptionFields({ form }: { form: UseFormReturnType<Petition> }) {
  const { t } = useTranslation();
  const agencies = useQuery(agenciesOptions).data ?? [];
  const places = [...new Set(agencies.filter(({ kind }) => isPlace(kind)).map(({ name }) => name))];
  return (
    <Fieldset legend={t('desk.reception')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <Select
            label={t('fields.channel')}
            data={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('channel')}
          />
          <DateField
            label={t('fields.receivedOn')}
            withAsterisk
            aria-required
            {...form.getInputProps('receivedOn')}
          />
          <Autocomplete
            label={t('fields.placeText')}
            data={places}
            limit={8}
            filter={({ options, search }) =>
              bestMatches(options, (option) => ('label' in option && option.label) || '', search)
            }
            {...form.getInputProps('placeText')}
          />
        </SimpleGrid>
        {isBackdated(form.values) && (
          <TextInput
            label={t('fields.backdatingReason')}
            description={t('desk.backdatingHint')}
            withAsterisk
            aria-required
            {...form.getInputProps('backdatingReason')}
          />
        )}
      </Stack>
    </Fieldset>
  );
}
