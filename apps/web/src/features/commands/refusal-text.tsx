import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RefusalView } from '#contract';
import { useLanguage } from '../../parts/use-language';

/** Why a command is refused, by which law, and who could give it. */
export function RefusalText({ refusal }: { refusal: RefusalView }) {
  const messageOf = useRefusalMessage();
  return (
    <Alert color="orange" role="status">
      <Stack gap={2}>
        <Text size="sm">{messageOf(refusal)}</Text>
        <RefusalBasis refusal={refusal} />
      </Stack>
    </Alert>
  );
}

/** The reason of a refusal in the language of the screen. */
export function useRefusalMessage() {
  const language = useLanguage();
  return ({ message }: RefusalView) => message[language];
}

/** The law a refusal rests on and who could give the command. */
export function RefusalBasis({ refusal }: { refusal: RefusalView }) {
  const { t } = useTranslation();
  const basis = [
    refusal.whoCan.length > 0 &&
      t('refusal.whoCan', { roles: refusal.whoCan.map((role) => t(`roles.${role}`)).join(', ') }),
    refusal.source && t('refusal.source', { source: refusal.source }),
  ].filter(Boolean);
  if (basis.length === 0) return null;
  return (
    <Text size="sm" className="quiet">
      {basis.join('. ')}
    </Text>
  );
}
