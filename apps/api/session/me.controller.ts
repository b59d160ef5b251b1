import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type MeView, meView } from '#contract';
import { AgencyEntity } from '#database';
import type { SignedIn } from '#identity';
import type { Office } from '#petitions';
import { AllowSignedIn } from '../access/allow.js';
import { Person } from '../access/person.js';
import { Answers } from '../answers/answers.js';
import { type ApiSettings, InjectOffice, InjectSettings } from '../office.js';

/** Who is signed in here. */
@ApiTags('session')
@Controller('api/v1/me')
export class MeController {
  constructor(
    @InjectOffice() private readonly office: Office,
    @InjectSettings() private readonly settings: ApiSettings,
  ) {}

  @Get()
  @AllowSignedIn()
  @ApiOperation({ summary: 'The signed-in person' })
  @Answers(meView)
  async read(@Person() person: SignedIn): Promise<MeView> {
    const em = this.office.database.orm.em.fork();
    const agency = person.agencyCode === null ? null : await em.findOne(AgencyEntity, person.agencyCode);
    const demo = this.settings.demo !== null;
    return { ...person, agencyName: agency?.name ?? null, isActive: true, demo };
  }
}
