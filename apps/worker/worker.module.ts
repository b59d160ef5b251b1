import { type DynamicModule, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Env } from '#config/env';
import { type Mailer, openMailer } from '#notices';
import type { Office } from '#petitions';
import { Duties } from './duties.js';
import { QueueLine } from './queue-line.js';
import { Rounds } from './rounds.js';

const OFFICE = Symbol('office');
const MAILER = Symbol('mailer');

/** The parts of a worker. They stop in the order of their use: rounds and queue, mail server, database. */
@Module({})
export class WorkerModule implements OnApplicationShutdown {
  static of(office: Office, env: Env): DynamicModule {
    const line = {
      url: env.QUEUE_URL ?? env.DATABASE_URL ?? '',
      acceptUnsafe: env.QUEUE_UNSAFE === 'accept',
      sweepSeconds: env.SWEEP_SECONDS,
    };
    const rounds = { sweepSeconds: env.SWEEP_SECONDS, silenceSeconds: env.QUEUE_SILENCE_SECONDS };
    return {
      module: WorkerModule,
      imports: [LoggerModule.forRoot({ pinoHttp: { level: env.LOG_LEVEL } })],
      providers: [
        { provide: OFFICE, useValue: office },
        { provide: MAILER, useFactory: () => mailerOf(env) },
        { provide: QueueLine, useFactory: () => new QueueLine(line, new Logger('queue')) },
        {
          provide: Duties,
          useFactory: (mailer: Mailer | null) => new Duties(office, mailer),
          inject: [MAILER],
        },
        {
          provide: Rounds,
          useFactory: (duties: Duties, queue: QueueLine) =>
            new Rounds(duties, queue, rounds, new Logger('rounds')),
          inject: [Duties, QueueLine],
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
  if (env.SMTP_URL) return openMailer(env.SMTP_URL, env.MAIL_FROM);
  new Logger('mail').warn(
    'SMTP_URL is not set: e-mails wait until it is; people are told in the application.',
  );
  return null;
}
