import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/client';
import { meOptions, useSignIn } from '../../api/session';
import { TextLink } from '../../app/links';
import { Page } from '../../parts/page';
import { Failure } from '../../parts/states';
import { DemoAccounts } from './demo-accounts';

/** Sign-in by e-mail and password; the demo offers its accounts to press. */
export function SignIn() {
  const { t } = useTranslation();
  const { tiep } = useSearch({ from: '/open/dang-nhap' });
  const me = useQuery(meOptions);
  const signIn = useSignIn();
  if (me.data) return <Navigate to={tiep ?? '/'} replace />;
  return (
    <Page title={t('signIn.title')} lead={t('app.tagline')}>
      <SignInForm signIn={signIn} />
      <DemoAccounts
        isBusy={signIn.isPending}
        onChoose={(email, password) => signIn.mutate({ email, password })}
      />
      <Text>
        {t('signIn.citizen')} <TextLink to="/theo-doi">{t('signIn.track')}</TextLink>
      </Text>
      <Text>
        {t('calculator.ask')} <TextLink to="/tinh-thoi-han">{t('calculator.title')}</TextLink>
      </Text>
    </Page>
  );
}

function SignInForm({ signIn }: { signIn: ReturnType<typeof useSignIn> }) {
  const { t } = useTranslation();
  const required = (value: string) => (value.trim() ? null : t('validation.required'));
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: { email: required, password: required },
  });
  return (
    <Paper withBorder p="lg">
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
        <Stack>
          {signIn.error && <SignInFailure error={signIn.error} />}
          <TextInput
            label={t('fields.email')}
            type="email"
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('fields.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={signIn.isPending}>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}

function SignInFailure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const isWrong = error instanceof ApiError && [400, 401, 403, 422].includes(error.status);
  if (!isWrong) return <Failure error={error} />;
  return (
    <Alert color="seal" role="alert" title={t('signIn.wrongTitle')}>
      {t('signIn.wrongHint')}
    </Alert>
  );
}
