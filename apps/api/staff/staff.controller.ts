import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { resetPasswordBody, staffBody, staffList, staffPatch, staffView } from '#contract';
import { Allow } from '../access/allow.js';
import { Answers } from '../answers/answers.js';
import { Staff } from './staff.js';

const staffId = z.string().regex(/^[\w-]{1,64}$/);

/** Staff and their roles. Passwords go in and never come out. */
@ApiTags('staff')
@Controller('api/v1/staff')
export class StaffController {
  constructor(private readonly staff: Staff) {}

  @Get()
  @Allow('administrator')
  @ApiOperation({ summary: 'All staff, by name' })
  @Answers(staffList)
  async list() {
    return { items: await this.staff.list() };
  }

  @Post()
  @Allow('administrator')
  @ApiOperation({ summary: 'Create a member of staff, who can sign in at once' })
  @Answers(staffView, 201)
  add(@Body({ schema: staffBody }) body: z.output<typeof staffBody>) {
    return this.staff.add(body);
  }

  @Patch(':id')
  @Allow('administrator')
  @ApiOperation({
    summary: 'Change a member of staff; a new role, agency or closed account ends their sessions',
  })
  @Answers(staffView)
  change(
    @Param('id', { schema: staffId }) id: string,
    @Body({ schema: staffPatch }) patch: z.output<typeof staffPatch>,
  ) {
    return this.staff.change(id, patch);
  }

  @Post(':id/password')
  @Allow('administrator')
  @ApiOperation({ summary: 'Give a person who forgot theirs a new password; their sessions end' })
  @Answers(null)
  resetPassword(
    @Param('id', { schema: staffId }) id: string,
    @Body({ schema: resetPasswordBody }) body: z.output<typeof resetPasswordBody>,
  ) {
    return this.staff.resetPassword(id, body);
  }
}
