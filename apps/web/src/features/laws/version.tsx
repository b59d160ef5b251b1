import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconListSearch } from '@tabler/icons-react';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { LawVersionView } from '#contract';
import type { Role } from '#domain';
import { MeContext } from '../../app/session';
import { today, useFormat } from '../../parts/dates';
import { Facts } from '../../parts/facts';
import { useLanguage } from '../../parts/use-language';
import { ActChanges, LimitChanges } from './changes';
import { LawPreview } from './law-preview';
import { Transitions } from './transitions';

/** Who may look at what a version means for the open cases; the server decides. */
const READERS: readonly Role[] = ['administrator', 'supervisor', 'coordinationOffice'];

/** One version of the law: its texts, what they changed, and how open cases are treated. */
export function Version({ law }: { law: LawVersionView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const id = `law-${law.version}`;
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Stack gap="md">
        <div>
          <Group gap="xs" justify="space-between">
            <Title order={2} size="h3" id={id}>
              <time dateTime={law.version}>{t('laws.from', { date: format.date(law.version) })}</time>:{' '}
              {law.title[language]}
            </Title>
            <Standing of={law} />
          </Group>
          <Text mt={4}>{law.summary[language]}</Text>
        </div>
        <Texts of={law} />
        <LimitChanges of={law} />
        <ActChanges of={law} />
        <Transitions of={law} />
        <Text size="sm" c="dimmed">
          {t('laws.source', { source: law.source[language] })}
        </Text>
        <PreviewOf law={law} />
      </Stack>
    </Paper>
  );
}

function Standing({ of: { version, effectiveTo } }: { of: LawVersionView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (effectiveTo) {
    return (
      <Badge color="gray" className="badge" data-tone="gray">
        {t('laws.until', { date: format.date(effectiveTo) })}
      </Badge>
    );
  }
  return version <= today() ? (
    <Badge color="green" className="badge" data-tone="green">
      {t('laws.inForce')}
    </Badge>
  ) : null;
}

function Texts({ of: { laws } }: { of: LawVersionView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const changes = ['new', 'amended', 'replaced'] as const;
  return (
    <Facts
      facts={changes.map((change) => ({
        label: t(`laws.changes.${change}`),
        value: laws
          .filter((each) => each.change === change)
          .map(({ name }) => name[language])
          .join('; '),
      }))}
    />
  );
}

function PreviewOf({ law: { version, transitions } }: { law: LawVersionView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = use(MeContext);
  const [isOpen, { toggle }] = useDisclosure();
  if (!me || !READERS.includes(me.role) || transitions.length === 0) return null;
  return (
    <Stack gap="md">
      <div className="no-print">
        <Button
          variant="default"
          leftSection={<IconListSearch size={18} aria-hidden />}
          aria-expanded={isOpen}
          aria-label={isOpen ? undefined : t('laws.previewOf', { date: format.date(version) })}
          onClick={toggle}
        >
          {t(isOpen ? 'laws.hide' : 'laws.preview')}
        </Button>
      </div>
      {isOpen && <LawPreview version={version} mayApply={me.role === 'administrator'} />}
    </Stack>
  );
}
