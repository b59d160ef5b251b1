import { Checkbox, Fieldset, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Petition } from './petition';

/** Who hands the petition in; a petition without a name must be said to be one. */
export function PetitionerFields({ form }: { form: UseFormReturnType<Petition> }) {
  const { t } = useTranslation();
  const { isAnonymous, declaredKind } = form.values;
  const field = (name: keyof Petition['petitioner']) => ({
    label: t(`fields.${name}`),
    disabled: isAnonymous,
    autoComplete: 'off',
    ...form.getInputProps(`petitioner.${name}`),
  });
  return (
    <Fieldset legend={t('desk.petitioner')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput {...field('fullName')} withAsterisk={!isAnonymous} aria-required={!isAnonymous} />
        <TextInput {...field('phone')} type="tel" />
        <TextInput {...field('address')} />
        <TextInput {...field('idNumber')} inputMode="numeric" />
      </SimpleGrid>
      <Checkbox
        mt="sm"
        label={t('desk.anonymous')}
        {...form.getInputProps('isAnonymous', { type: 'checkbox' })}
      />
      {declaredKind === 'denunciation' && (
        <Text size="sm" className="mark" mt="sm">
          {t('desk.sealed')}
        </Text>
      )}
    </Fieldset>
  );
}
