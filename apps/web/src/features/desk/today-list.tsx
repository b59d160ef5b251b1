import { Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '#contract';
import { caseListOptions } from '../../api/cases';
import { TextLink } from '../../app/links';
import { HeadlineBadge } from '../../parts/badges';
import { today, useFormat } from '../../parts/dates';
import { EndlessList } from '../../parts/endless-list';
import { Empty, Section } from '../../parts/states';
import styles from './today-list.module.css';

/** Few enough to stand beside the form. */
const PAGE = 10;

/** The latest entries of the register, today's apart from those of earlier days. */
export function TodayList() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(caseListOptions({ sort: 'newest' }, PAGE));
  return (
    <Section id="latest" title={t('desk.latest')}>
      <EndlessList query={query} empty={<Empty title={t('desk.noneTitle')} hint={t('desk.noneHint')} />}>
        {(items) => {
          const todays = items.filter((item) => item.receivedOn === today());
          const earlier = items.filter((item) => item.receivedOn !== today());
          return (
            <Stack gap="md">
              <Entries title={t('desk.today', { count: todays.length })} items={todays} />
              {earlier.length > 0 && <Entries title={t('desk.earlier')} items={earlier} />}
            </Stack>
          );
        }}
      </EndlessList>
    </Section>
  );
}

function Entries({ title, items }: { title: string; items: CaseSummary[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <Title order={3} size="sm" mb={4}>
        {title}
      </Title>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('desk.noneToday')}
        </Text>
      )}
      <ul className={styles.entries}>
        {items.map((item) => (
          <li key={item.id}>
            <Group justify="space-between" gap="xs">
              <TextLink to="/vu-viec/$id" params={{ id: item.id }} fw={600}>
                {item.number}
              </TextLink>
              <HeadlineBadge headline={item.headline} level={item.level} />
            </Group>
            <Text size="sm" lineClamp={2}>
              {item.subject ?? t('case.subjectHidden')}
            </Text>
            <Text size="sm" c="dimmed">
              {t('desk.receivedOn', {
                date: item.receivedOn ? format.date(item.receivedOn) : t('list.missing'),
              })}
              {' · '}
              {item.agencyName ?? t('list.nobody')}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
