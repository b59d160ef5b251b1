import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { noticesOptions } from '../api/supervision';

const IconLink = createLink(ActionIcon<'a'>);

/** How many messages are unread; leads to their list. */
export function NoticeBell() {
  const { t } = useTranslation();
  const unread = useInfiniteQuery(noticesOptions).data?.pages[0]?.unread ?? 0;
  return (
    <Indicator label={unread > 99 ? '99+' : unread} size={18} disabled={unread === 0} color="seal" offset={6}>
      <IconLink
        component="a"
        to="/thong-bao"
        variant="subtle"
        size="lg"
        aria-label={t('notices.bell', { count: unread })}
      >
        <IconBell size={22} aria-hidden />
      </IconLink>
    </Indicator>
  );
}
