import { useTranslation } from 'react-i18next';
import type { CaseCommandName } from '#domain';
import type { COMMAND_FIELDS, FieldName } from './fields';

/** Commands whose body names the day on which the act took effect. */
export type DatedCommand = {
  [Command in CaseCommandName]: 'on' extends keyof (typeof COMMAND_FIELDS)[Command] ? Command : never;
}[CaseCommandName];

/** Names a field as its command does: "Ngày thụ lý", not "Ngày". Most fields have one name everywhere. */
export function useFieldLabel() {
  const { t, i18n } = useTranslation();
  return (command: CaseCommandName, name: FieldName) => {
    if (name === 'on') return t(`actDates.${command as DatedCommand}`);
    const own = `fieldsIn.${command}_${name}`;
    return i18n.exists(own) ? t(own as 'fieldsIn.supervise_message') : t(`fields.${name}`);
  };
}
