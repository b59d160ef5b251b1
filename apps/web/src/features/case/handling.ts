import { useTranslation } from 'react-i18next';

/** Says a path of the handling region, such as `assigned.verifying`, in words. */
export function useHandlingWord() {
  const { t, i18n } = useTranslation();
  return (path: string) => {
    const key = `handling.${path.split('.').join('_')}`;
    const step = path.split('.').at(-1) ?? path;
    return i18n.exists(key) ? t(key as 'handling.assigned_accepted') : step;
  };
}
