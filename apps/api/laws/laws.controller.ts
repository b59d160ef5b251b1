import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { lawApplied, lawApplyBody, lawList, lawPreview, lawPreviewBody, legalDate } from '#contract';
import type { Actor, LegalDate } from '#domain';
import { applyLaw, type Office, previewLaw } from '#petitions';
import { Allow, AllowEveryone } from '../access/allow.js';
import { CurrentActor } from '../access/person.js';
import { Answers } from '../answers/answers.js';
import { found } from '../answers/found.js';
import { InjectOffice } from '../office.js';
import { Refused } from '../problems/refused.js';
import { withReadableCursor } from '../requests/cursor.js';
import { lawsOf } from './laws.js';

/** The versions of the law: read by everyone, applied to the open cases by administrators. */
@ApiTags('laws')
@Controller('api/v1/laws')
export class LawsController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Get()
  @AllowEveryone()
  @ApiOperation({ summary: 'Every version of the law: what it changed, and how open cases are treated' })
  @Answers(lawList)
  list() {
    return lawsOf(this.office.policies.built);
  }

  @Post(':version/preview')
  @Allow('administrator', 'supervisor', 'coordinationOffice')
  @ApiOperation({ summary: 'What a version of the law means for every open case; nothing changes' })
  @Answers(lawPreview)
  preview(
    @Param('version', { schema: legalDate }) version: LegalDate,
    @Body({ schema: lawPreviewBody }) body: z.output<typeof lawPreviewBody>,
  ) {
    return found(previewLaw(this.office, version, withReadableCursor(body)));
  }

  @Post(':version/apply')
  @Allow('administrator')
  @ApiOperation({ summary: 'Apply a version of the law to the open cases, a part of them with each call' })
  @Answers(lawApplied)
  async apply(
    @CurrentActor() actor: Actor,
    @Param('version', { schema: legalDate }) version: LegalDate,
    @Body({ schema: lawApplyBody }) body: z.output<typeof lawApplyBody>,
  ) {
    const { cursor } = withReadableCursor(body);
    const applied = await found(applyLaw(this.office, actor, version, cursor));
    if ('refusal' in applied) throw new Refused(applied.refusal);
    return applied;
  }
}
