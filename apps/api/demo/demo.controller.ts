import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DEMO_DOMAIN, type DemoView, demoView } from '#contract';
import type { Office } from '#petitions';
import { AllowEveryone } from '../access/allow.js';
import { Answers } from '../answers/answers.js';
import { type ApiSettings, type DemoSettings, InjectOffice, InjectSettings } from '../office.js';
import { Problem } from '../problems/problem.js';

/** What only the demo shows. A real installation answers as if these addresses did not exist. */
@ApiTags('demo')
@Controller('api/v1/demo')
export class DemoController {
  constructor(
    @InjectOffice() private readonly office: Office,
    @InjectSettings() private readonly settings: ApiSettings,
  ) {}

  @Get()
  @AllowEveryone()
  @ApiOperation({ summary: 'Sign-ins of the demo; 404 in a real installation' })
  @Answers(demoView)
  async read(): Promise<DemoView> {
    const { password } = demoOf(this.settings);
    return { demo: true, password, accounts: await this.accounts() };
  }

  /** The people the demo made, in its order; whoever an administrator added stays unnamed. */
  private accounts(): Promise<DemoView['accounts']> {
    return this.office.database.rows(
      `select s.email, s.name, s.role, a.name as "agencyName"
       from staff s left join agency a on a.code = s.agency_code
       where s.is_active and s.email like $1
       order by s.created_at, s.id limit 20`,
      [`%@${DEMO_DOMAIN}`],
    );
  }
}

/** @throws Problem notFound in a real installation. */
export function demoOf({ demo }: ApiSettings): DemoSettings {
  if (demo === null) throw new Problem('notFound');
  return demo;
}
