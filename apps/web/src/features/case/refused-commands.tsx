import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand, RefusalView } from '#contract';
import { RefusalBasis, useRefusalMessage } from '../commands/refusal-text';

interface Refused extends AllowedCommand {
  refusal: RefusalView;
}

/** Refused for the reader's role: less telling than what the case itself does not allow. */
const NOT_YOURS = 'actor.mayNot';

/** The refused commands under the reason they share, each with its law and who could give it. */
export function RefusedCommands({ refused }: { refused: AllowedCommand[] }) {
  const { t } = useTranslation();
  const messageOf = useRefusalMessage();
  const known = refused.filter((entry): entry is Refused => entry.refusal !== null);
  const byReason = Object.entries(Object.groupBy(known, ({ refusal }) => messageOf(refusal)));
  const isLast = (entries: Refused[] = []) => Number(entries[0]?.refusal.code === NOT_YOURS);
  return (
    <Stack gap="md">
      {byReason
        .toSorted(([, one], [, other]) => isLast(one) - isLast(other))
        .map(([reason, entries = []]) => (
          <div key={reason}>
            <Title order={3} size="sm">
              {reason}
            </Title>
            <List spacing={4} mt={4} listStyleType="none">
              {entries.map(({ command, refusal }) => (
                <List.Item key={command}>
                  <Text size="sm">{t(`commands.${command}`)}</Text>
                  <RefusalBasis refusal={refusal} />
                </List.Item>
              ))}
            </List>
          </div>
        ))}
    </Stack>
  );
}
