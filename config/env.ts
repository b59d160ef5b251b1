import { z } from 'zod';

/**
 * The only reader of process.env. Every setting is optional for a demo on one machine; a bad value
 * stops the process with one sentence that names it.
 */
const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATABASE_UNSAFE: z.literal('accept').optional(),
  QUEUE_URL: z
    .string()
    .regex(/^(postgres(ql)?|rediss?):\/\//, 'must start with postgres:// or redis://')
    .optional(),
  QUEUE_UNSAFE: z.literal('accept').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  /** How many mails a minute all workers together hand to the mail server; as fast as it takes them when unset. */
  MAIL_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).optional(),
  MAIL_FROM: z.string().default('Dân Nguyện <khong-tra-loi@dan-nguyen.example>'),
  DEMO: z.enum(['on', 'off']).default('on'),
  DEMO_PASSWORD: z.string().min(8).default('dan-nguyen-demo'),
  SECRET_KEY: z.string().min(32).optional(),
  PUBLIC_URL: z.url().optional(),
  REGISTER_CODE: z
    .string()
    .regex(/^[A-Z0-9]{2,8}$/)
    .default('CM'),
  COORDINATION_AGENCY: z.string().default('tru-so-tcd'),
  SWEEP_SECONDS: z.coerce.number().min(0.2).max(60).default(5),
  QUEUE_SILENCE_SECONDS: z.coerce.number().min(1).max(600).default(20),
  WORKER_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  WORKER_HOST: z.string().default('127.0.0.1'),
  METRICS_TOKEN: z.string().min(16).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Env = z.output<typeof schema>;

/**
 * Reads and checks the settings.
 * @throws Error with one line per bad setting.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `Setting ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(lines.join('\n'));
}

/** The environment of a child process: this one's, with `changes`. */
export function childEnvironment(changes: Record<string, string>): Record<string, string | undefined> {
  return { ...process.env, ...changes };
}
