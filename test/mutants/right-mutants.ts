import { COMMAND_RIGHTS, type CommandName, type Relation, ROLES, type Role } from '#domain';
import { type Mutant, REAL } from './mutant.js';

type Rights = Partial<Record<Role | 'system', Relation>>;

const HOLDERS = [...ROLES, 'system'] as const;
const RELATIONS: readonly Relation[] = ['desk', 'holder', 'any'];

/** The table of rights with one right more, one less, or one of another office. */
export function rightMutants(): Mutant[] {
  return (Object.entries(COMMAND_RIGHTS) as [CommandName, Rights][]).flatMap(([command, rights]) => [
    rightMutant(command, 'dropped', undefined),
    ...HOLDERS.flatMap((role) => {
      const { [role]: held, ...others } = rights;
      if (held === undefined) {
        return [rightMutant(command, `also ${role}`, { ...rights, [role]: 'any' })];
      }
      return [
        rightMutant(command, `without ${role}`, others),
        ...RELATIONS.filter((relation) => relation !== held).map((relation) =>
          rightMutant(command, `${role} as ${relation}`, { ...others, [role]: relation }),
        ),
      ];
    }),
  ]);
}

function rightMutant(command: CommandName, id: string, rights: Rights | undefined): Mutant {
  return {
    id: `right ${command}: ${id}`,
    make: () => ({ ...REAL, rights: { ...REAL.rights, [command]: rights } as typeof COMMAND_RIGHTS }),
  };
}
