import { Paper, SimpleGrid, Text, Title, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { demoOptions } from '../../api/session';
import styles from './demo-accounts.module.css';

interface DemoAccountsProps {
  isBusy: boolean;
  onChoose: (email: string, password: string) => void;
}

/** The people of the demo, to sign in with one press; nothing in a real installation. */
export function DemoAccounts({ isBusy, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation();
  const demo = useQuery(demoOptions);
  if (!demo.data) return null;
  const { accounts, password } = demo.data;
  return (
    <Paper component="section" withBorder p="lg" aria-labelledby="demo-accounts">
      <Title order={2} size="h3" id="demo-accounts">
        {t('signIn.demoTitle')}
      </Title>
      <Text size="sm" c="dimmed" mt={4} mb="md">
        {t('signIn.demoHint', { password })}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {accounts.map((account) => (
          <UnstyledButton
            key={account.email}
            className={styles.account}
            disabled={isBusy}
            onClick={() => onChoose(account.email, password)}
          >
            <Text span fw={600} display="block">
              {t(`roles.${account.role}`)}
            </Text>
            <Text span size="sm" display="block">
              {account.name}
            </Text>
            <Text span size="sm" c="dimmed" display="block">
              {account.agencyName ?? account.email}
            </Text>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </Paper>
  );
}
