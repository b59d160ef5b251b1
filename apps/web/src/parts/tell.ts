import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Tells the person that something is done. */
export function tell(title: string, message = '') {
  notifications.show({
    color: 'green',
    title,
    message,
    closeButtonProps: { 'aria-label': i18next.t('actions.close') },
  });
}
