import { type DynamicModule, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Env } from '#config/env';
import { ClockWatch } from '#database';
import { SignIn } from '#identity';
import { type Mailer, openMailer } from '#notices';
import type { Office } from '#petitions';
import { queueTelemetry } from '#telemetry';
import { Duties } from './duties.js';
import { logSettings } from './log.js';
import { ClockGuard } from './operations/clock-guard.js';
import { mailClockDoubt } from './operations/clock-mail.js';
import { Operations } from './operations/operations.js';
import { Standing } from './operations/standing.js';
import { QueueLine } from './queue-line.js';
import { Rounds } from './rounds.js';

const OFFICE = Symbol('office');
const MAILER = Symbol('mailer');

/** The parts of a worker. They stop in the order of their use: rounds and queue, mail server, database. */
@Module({})
export class WorkerModule implements OnApplicationShutdown {
  static of(office: Office, env: Env): DynamicModule {
    const rounds = { sweepSeconds: env.SWEEP_SECONDS, silenceSeconds: env.QUEUE_SILENCE_SECONDS };
    return {
      module: WorkerModule,
      imports: [LoggerModule.forRoot(logSettings(env.LOG_LEVEL))],
      providers: [
        { provide: OFFICE, useValue: office },
        { provide: MAILER, useFactory: () => mailerOf(env) },
        { provide: QueueLine, useFactory: () => lineOf(env) },
        { provide: ClockGuard, useFactory: (mailer) => guardOf(office, mailer), inject: [MAILER] },
        {
          provide: Duties,
          useFactory: (mailer, clock) => new Duties(office, mailer, { clock }),
          inject: [MAILER, ClockGuard],
        },
        {
          provide: Rounds,
          useFactory: (duties, line) => new Rounds(duties, line, rounds, new Logger('rounds')),
          inject: [Duties, QueueLine],
        },
        {
          provide: Operations,
          useFactory: (line, clock) => operationsOf(office, env, line, clock),
          inject: [QueueLine, ClockGuard],
        },
      ],
    };
  }

  constructor(
    @Inject(OFFICE) private readonly office: Office,
    @Inject(MAILER) private readonly mailer: Mailer | null,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    this.mailer?.close();
    await this.office.database.close();
  }
}

function mailerOf(env: Env): Mailer | null {
  if (env.SMTP_URL) return openMailer(env.SMTP_URL, env.MAIL_FROM, env.MAIL_PER_MINUTE);
  new Logger('mail').warn(
    'SMTP_URL is not set: e-mails wait until it is; people are told in the application.',
  );
  return null;
}

function lineOf(env: Env): QueueLine {
  const telemetry = queueTelemetry();
  const settings = {
    url: env.QUEUE_URL ?? env.DATABASE_URL ?? '',
    acceptUnsafe: env.QUEUE_UNSAFE === 'accept',
    sweepSeconds: env.SWEEP_SECONDS,
    ...(telemetry && { telemetry }),
  };
  return new QueueLine(settings, new Logger('queue'));
}

function guardOf({ database, publicUrl }: Office, mailer: Mailer | null): ClockGuard {
  const tell = (doubt: string) => mailClockDoubt(database, mailer, publicUrl, doubt);
  return new ClockGuard(database, new ClockWatch(database), tell, new Logger('clock'));
}

function operationsOf(office: Office, env: Env, line: QueueLine, clock: ClockGuard): Operations {
  const { WORKER_PORT: port, WORKER_HOST: host, METRICS_TOKEN, DATA_DIR } = env;
  const standing = new Standing(office.database, line, clock, DATA_DIR);
  const settings = port === undefined ? null : { host, port };
  const log = new Logger('operations');
  return new Operations(settings, standing, line, () => new SignIn(office), METRICS_TOKEN, log);
}
