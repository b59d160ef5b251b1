import { PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { changePasswordBody, resetPasswordBody, type StaffView } from '#contract';
import { useChangePassword, useResetPassword } from '../../api/passwords';
import { Dialog, DialogButtons } from '../../parts/dialog';
import { Failure } from '../../parts/states';
import { tell } from '../../parts/tell';
import { errorsOf, serverErrorsOf } from '../../parts/validation';

/** The signed-in person takes a new password. */
export function OwnPasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChangePassword();
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: (values) => errorsOf(changePasswordBody, values, t),
  });
  const submit = form.onSubmit((values) =>
    change.mutate(values, {
      onError: (error) => form.setErrors(serverErrorsOf(error)),
      onSuccess: () => {
        tell(t('password.changed'));
        onClose();
      },
    }),
  );
  return (
    <PasswordModal
      title={t('password.change')}
      error={change.error}
      isBusy={change.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label={t('password.current')}
        isFirst
        autoComplete="current-password"
        {...form.getInputProps('currentPassword')}
      />
      <Field label={t('password.new')} withHint {...form.getInputProps('newPassword')} />
    </PasswordModal>
  );
}

/** The administrator gives a new password to someone who forgot theirs. */
export function ResetPasswordDialog({ user, onClose }: { user: StaffView; onClose: () => void }) {
  const { t } = useTranslation();
  const reset = useResetPassword();
  const form = useForm({
    initialValues: { password: '' },
    validate: (values) => errorsOf(resetPasswordBody, values, t),
  });
  const submit = form.onSubmit((body) =>
    reset.mutate(
      { id: user.id, body },
      {
        onError: (error) => form.setErrors(serverErrorsOf(error)),
        onSuccess: () => {
          tell(t('password.resetDone', { name: user.name }));
          onClose();
        },
      },
    ),
  );
  return (
    <PasswordModal
      title={t('password.resetOf', { name: user.name })}
      error={reset.error}
      isBusy={reset.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('password.new')} isFirst withHint {...form.getInputProps('password')} />
    </PasswordModal>
  );
}

interface PasswordModalProps {
  title: string;
  error: unknown;
  isBusy: boolean;
  onSubmit: React.SubmitEventHandler<HTMLFormElement>;
  onClose: () => void;
  children: React.ReactNode;
}

function PasswordModal({ title, error, isBusy, onSubmit, onClose, children }: PasswordModalProps) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          {Boolean(error) && <Failure error={error} />}
          {children}
          <DialogButtons submit={t('actions.save')} isBusy={isBusy} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

interface FieldProps {
  label: string;
  isFirst?: boolean;
  withHint?: boolean;
  autoComplete?: string;
}

function Field({ isFirst, withHint, autoComplete = 'new-password', ...rest }: FieldProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      {...rest}
      description={withHint && t('password.hint')}
      withAsterisk
      autoComplete={autoComplete}
      data-autofocus={isFirst || undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
    />
  );
}
