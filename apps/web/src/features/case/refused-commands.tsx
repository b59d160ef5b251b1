import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand, RefusalView } from '#contract';
import { RefusalBasis, useRefusalMessage } from '../commands/refusal-text';

interface Refused extends AllowedCommand {
  refusal: RefusalView;
}

/** Refused for the reader's role: less telling than what the case itself does not allow. */
const NOT_YOURS = 'actor.mayNot';

/** The refused commands under the reason they share, and there under the law and those who could give them. */
export function RefusedCommands({ refused }: { refused: AllowedCommand[] }) {
  const messageOf = useRefusalMessage();
  const known = refused.filter((entry): entry is Refused => entry.refusal !== null);
  const byReason = Object.entries(Object.groupBy(known, ({ refusal }) => messageOf(refusal)));
  const isLast = (entries: Refused[] = []) => Number(entries[0]?.refusal.code === NOT_YOURS);
  return (
    <Stack gap="md">
      {byReason
        .toSorted(([, one], [, other]) => isLast(one) - isLast(other))
        .map(([reason, entries = []]) => (
          <Stack key={reason} gap="xs">
            <Title order={3} size="sm">
              {reason}
            </Title>
            {Object.values(Object.groupBy(entries, basisOf)).map((alike = []) => (
              <Alike key={alike[0]?.command} entries={alike} />
            ))}
          </Stack>
        ))}
    </Stack>
  );
}

const basisOf = ({ refusal: { whoCan, source } }: Refused) => JSON.stringify([whoCan, source]);

/** Commands that rest on the same law and are given by the same people. */
function Alike({ entries }: { entries: Refused[] }) {
  const { t } = useTranslation();
  const [first] = entries;
  return (
    <div>
      <Text size="sm">{entries.map(({ command }) => t(`commands.${command}`)).join('; ')}</Text>
      {first && <RefusalBasis refusal={first.refusal} />}
    </div>
  );
}
