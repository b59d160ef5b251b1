import { Alert, Stack, Text } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CaseView, COMMAND_BODIES, type RefusalView } from '#contract';
import type { CaseCommandName } from '#domain';
import { refreshCase, useCommand } from '../../api/cases';
import { ApiError } from '../../api/client';
import { useIdempotencyKey } from '../../api/idempotency';
import { DialogButtons } from '../../parts/dialog';
import { Failure } from '../../parts/states';
import { errorsOf, serverErrorsOf } from '../../parts/validation';
import {
  bodyOf,
  emptyValues,
  type FieldValue,
  type FieldValues,
  isRequired,
  isShown,
  settledBy,
} from './body';
import { FIELD_PARTS } from './field';
import { type FieldName, fieldsOf } from './fields';
import { useFieldLabel } from './labels';
import { RefusalText } from './refusal-text';

interface CommandFormProps {
  of: CaseView;
  command: CaseCommandName;
  /** Values that the dialog opens with in place of its own. */
  preset: FieldValues;
  refusal: RefusalView | null;
  onDone: () => void;
  onCancel: () => void;
}

/** Fills in and gives one command. Somebody else's step in between keeps what was typed and shows the new case. */
export function CommandForm({ of, command, preset, refusal, onDone, onCancel }: CommandFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const keyOf = useIdempotencyKey();
  const give = useCommand();
  const form = useForm<FieldValues>({
    initialValues: { ...emptyValues(command, of), ...preset },
    validate: (values) => errorsOf(COMMAND_BODIES[command], bodyOf(command, values), t),
  });
  const submit = (values: FieldValues) => {
    const body = bodyOf(command, values);
    give.mutate(
      { id: of.id, command, version: of.version, body, key: keyOf({ body, version: of.version }) },
      {
        onSuccess: onDone,
        onError: (error) => {
          form.setErrors(serverErrorsOf(error));
          if (isOvertaken(error)) void refreshCase(client, of.id);
        },
      },
    );
  };
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <Text size="sm" c="dimmed">
          {t(`commandHints.${command}`)}
        </Text>
        {give.error && <GiveFailure error={give.error} />}
        {refusal && <RefusalText refusal={refusal} />}
        <CommandFields of={of} command={command} form={form} />
        <DialogButtons
          submit={t(`commands.${command}`)}
          isBusy={give.isPending}
          isDisabled={refusal !== null}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}

interface CommandFieldsProps {
  of: CaseView;
  command: CaseCommandName;
  form: UseFormReturnType<FieldValues>;
}

function CommandFields({ of, command, form }: CommandFieldsProps) {
  const labelOf = useFieldLabel();
  const change = (name: FieldName, value: FieldValue) => {
    form.setFieldValue(name, value);
    for (const [other, settled] of Object.entries(settledBy(name, value, of)))
      form.setFieldValue(other, settled);
  };
  return fieldsOf(command)
    .filter(([name]) => isShown(name, of))
    .map(([name, kind], index) => {
      const Part = FIELD_PARTS[kind];
      return (
        <Part
          key={name}
          name={name}
          label={labelOf(command, name)}
          required={isRequired(command, name)}
          error={form.errors[name] as string | undefined}
          value={form.values[name] ?? ''}
          onChange={(value: FieldValue) => change(name, value)}
          of={of}
          values={form.values}
          isFirst={index === 0}
        />
      );
    });
}

const isOvertaken = (error: unknown) =>
  error instanceof ApiError && (error.status === 412 || error.status === 409);

function GiveFailure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!(error instanceof ApiError && error.status === 412)) return <Failure error={error} />;
  return (
    <Alert color="orange" role="alert" title={t('command.overtakenTitle')}>
      {t('command.overtakenHint')}
    </Alert>
  );
}
