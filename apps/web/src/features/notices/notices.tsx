import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NoticeView } from '#contract';
import { noticesOptions, useReadNotice } from '../../api/supervision';
import { TextLink } from '../../app/links';
import { useFormat } from '../../parts/dates';
import { Disclosure } from '../../parts/disclosure';
import { EndlessList } from '../../parts/endless-list';
import { Page } from '../../parts/page';
import { Reasons } from '../../parts/reasons';
import { Empty } from '../../parts/states';
import { useLanguage } from '../../parts/use-language';

/** Messages to the signed-in person; opening the case marks one as read. */
export function Notices() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(noticesOptions);
  return (
    <Page title={t('screens.notices')}>
      <EndlessList
        query={query}
        empty={<Empty title={t('notices.emptyTitle')} hint={t('notices.emptyHint')} />}
      >
        {(items) => (
          <Stack gap="sm">
            {items.map((notice) => (
              <Notice key={notice.id} of={notice} />
            ))}
          </Stack>
        )}
      </EndlessList>
    </Page>
  );
}

function Notice({ of }: { of: NoticeView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const read = useReadNotice();
  const language = useLanguage();
  const isUnread = of.readAt === null;
  const markRead = () => isUnread && read.mutate(of.id);
  return (
    <Paper component="article" withBorder p="md">
      <Group gap="xs">
        {isUnread && (
          <Badge color="ink" variant="filled" className="badge">
            {t('notices.unread')}
          </Badge>
        )}
        <Text fw={isUnread ? 700 : 600} className="grow">
          {of.title[language]}
        </Text>
        <Text size="sm" c="dimmed">
          {format.instant(of.createdAt)}
        </Text>
      </Group>
      <Text size="sm" className="wrap" my="xs">
        {of.body[language]}
      </Text>
      {of.explanation[language].length > 0 && (
        <Disclosure label={t('case.howCounted')}>
          <Reasons lines={of.explanation[language]} />
        </Disclosure>
      )}
      <Group gap="md" mt="xs">
        <TextLink to="/vu-viec/$id" params={{ id: of.caseId }} onClick={markRead}>
          {of.caseNumber}
        </TextLink>
        {isUnread && (
          <Button size="compact-sm" variant="subtle" loading={read.isPending} onClick={markRead}>
            {t('notices.markRead')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
