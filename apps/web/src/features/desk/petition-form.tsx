import { Button, Group, Kbd, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../parts/states';
import type { Petition } from './petition';
import { PetitionerFields } from './petitioner-fields';
import { ReceptionFields } from './reception-fields';
import { RoutingFields } from './routing-fields';
import { SimilarCases } from './similar-cases';
import { usePetitionForm } from './use-petition-form';

/** Logs one petition, from the keyboard alone; the receipt follows. */
export function PetitionForm() {
  const { t } = useTranslation();
  const { form, submit, asked, error, isBusy } = usePetitionForm();
  const element = useRef<HTMLFormElement>(null);
  return (
    <Paper withBorder p="md">
      <form
        ref={element}
        noValidate
        aria-label={t('desk.formLabel')}
        onSubmit={form.onSubmit(submit, () => focusFirstError(element))}
        onKeyDown={(event) => submitByKey(event, element)}
      >
        <Stack>
          {error && <Failure error={error} />}
          <MatterFields form={form} />
          <PetitionerFields form={form} />
          <ReceptionFields form={form} />
          <RoutingFields form={form} />
          <SimilarCases asked={asked} />
          <Group justify="space-between">
            <Text size="sm" c="dimmed" visibleFrom="sm">
              <Kbd>Ctrl</Kbd> + <Kbd>Enter</Kbd> {t('desk.submitKey')}
            </Text>
            <Button type="submit" size="md" loading={isBusy}>
              {t('desk.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

function MatterFields({ form }: { form: UseFormReturnType<Petition> }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('fields.subject')}
        description={t('desk.subjectHint')}
        withAsterisk
        aria-required
        autoFocus
        autoComplete="off"
        {...form.getInputProps('subject')}
      />
      <Textarea
        label={t('fields.content')}
        autosize
        minRows={2}
        maxRows={12}
        {...form.getInputProps('content')}
      />
    </>
  );
}

/** Ctrl + Enter logs; a stray Enter between two fields must not log half a petition. */
function submitByKey(event: KeyboardEvent, element: RefObject<HTMLFormElement | null>) {
  if (event.key !== 'Enter') return;
  if (event.ctrlKey || event.metaKey) element.current?.requestSubmit();
  else if (event.target instanceof HTMLInputElement) event.preventDefault();
}

/** Takes the clerk to the first field that is wrong, once the messages stand. */
function focusFirstError(element: RefObject<HTMLFormElement | null>) {
  requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
