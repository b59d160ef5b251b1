import { useTranslation } from 'react-i18next';
import type { CaseCommandName } from '#domain';
import type { COMMAND_FIELDS, FieldName } from './fields';

/** Commands whose body names the day on which the act took effect. */
export type DatedCommand = {
  [Command in CaseCommandName]: 'on' extends keyof (typeof COMMAND_FIELDS)[Command] ? Command : never;
}[CaseCommandName];

/** Names the date of an act by the act: "Ngày thụ lý", not "Ngày". Other fields have one name everywhere. */
export function useFieldLabel() {
  const { t } = useTranslation();
  return (command: CaseCommandName, name: FieldName) =>
    name === 'on' ? t(`actDates.${command as DatedCommand}`) : t(`fields.${name}`);
}
