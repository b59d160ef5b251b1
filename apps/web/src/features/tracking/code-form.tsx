import { Button, Group, Paper, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { groupCode, plainCode } from '../../parts/tracking-code';

/** Takes the code as people type it: small letters, spaces and dashes do not matter. */
export function CodeForm({ code }: { code: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { code: groupCode(code) },
    validate: { code: (typed) => (plainCode(typed) ? null : t('validation.required')) },
  });
  return (
    <Paper withBorder p="md">
      <form
        noValidate
        onSubmit={form.onSubmit((values) =>
          navigate({ to: '/theo-doi/$code', params: { code: plainCode(values.code) } }),
        )}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            className="grow"
            label={t('tracking.code')}
            description={t('tracking.codeHint')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            {...form.getInputProps('code')}
          />
          <Button type="submit">{t('tracking.submit')}</Button>
        </Group>
      </form>
    </Paper>
  );
}
