import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { SignIn } from '#identity';
import type { Office } from '#petitions';
import { AccessGuard } from './access/access.guard.js';
import { AgenciesController } from './agencies/agencies.controller.js';
import { Agencies } from './agencies/agencies.js';
import { AnswerHeaders } from './answers/answer-headers.interceptor.js';
import { AttentionController } from './attention/attention.controller.js';
import { BoardController } from './board/board.controller.js';
import { AgencyFeedsController } from './calendar/agency-feeds.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { DecreesController } from './calendar/decrees.controller.js';
import { CasesController } from './cases/cases.controller.js';
import { CommandsController } from './cases/commands.controller.js';
import { SimilarController } from './cases/similar.controller.js';
import { ChartsController } from './charts/charts.controller.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { DemoController } from './demo/demo.controller.js';
import { MailboxController } from './demo/mailbox.controller.js';
import { HealthController } from './health/health.controller.js';
import { LawsController } from './laws/laws.controller.js';
import { logSettings } from './log.js';
import { ParkedMessagesController } from './messages/parked-messages.controller.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { type ApiSettings, OFFICE, SETTINGS } from './office.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ShapePipe } from './requests/shape.pipe.js';
import { MeController } from './session/me.controller.js';
import { SessionController } from './session/session.controller.js';
import { StaffController } from './staff/staff.controller.js';
import { Staff } from './staff/staff.js';
import { TrackingController } from './tracking/tracking.controller.js';
import { WhatIfController } from './what-if/what-if.controller.js';

/** The HTTP side of one office: who may come in, what shape requests have, and where they go. */
@Module({
  controllers: [
    SessionController,
    MeController,
    CasesController,
    CommandsController,
    SimilarController,
    ChartsController,
    AgenciesController,
    StaffController,
    NoticesController,
    ParkedMessagesController,
    BoardController,
    AttentionController,
    TrackingController,
    DeadlinesController,
    CalendarController,
    DecreesController,
    AgencyFeedsController,
    LawsController,
    WhatIfController,
    DemoController,
    MailboxController,
    HealthController,
    MetricsController,
  ],
})
export class AppModule {}

/**
 * The module for one office and this process.
 * @param office null when the routes are only described and nothing is ever made.
 */
export function appModule(office: Office | null, settings: ApiSettings | null): DynamicModule {
  return {
    module: AppModule,
    imports: [LoggerModule.forRoot(logSettings(settings?.logLevel ?? 'silent', settings?.logTo))],
    providers: [
      { provide: OFFICE, useValue: office },
      { provide: SETTINGS, useValue: settings },
      { provide: SignIn, useFactory: (served: Office) => new SignIn(served), inject: [OFFICE] },
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_PIPE, useClass: ShapePipe },
      { provide: APP_INTERCEPTOR, useClass: AnswerHeaders },
      { provide: APP_FILTER, useClass: ProblemFilter },
      Agencies,
      Staff,
    ],
  };
}
