import { Inject } from '@nestjs/common';
import type { DestinationStream } from 'pino';

/** Token of the office that the process serves. */
export const OFFICE = Symbol('office');
/** Token of the settings of this process. */
export const SETTINGS = Symbol('settings');

/** What the API needs to know beyond the office itself. */
export interface ApiSettings {
  host: string;
  /** 0 picks a free port. */
  port: number;
  /** null in a real installation, which then has no demo pages. */
  demo: DemoSettings | null;
  /** Directory of the built web application; null serves the API alone. */
  webDirectory: string | null;
  logLevel: string;
  /** Where the process keeps files; the disk it lies on is watched. */
  dataDirectory?: string;
  /** With it a scraper reads the figures without signing in; without it only administrators do. */
  metricsToken?: string;
  /** Where log lines go; standard output unless given. */
  logTo?: DestinationStream;
}

export interface DemoSettings {
  /** Password of all sign-ins of the demo. */
  password: string;
  /** Where the demo keeps its mailbox. */
  dataDirectory: string;
}

export const InjectOffice = () => Inject(OFFICE);
export const InjectSettings = () => Inject(SETTINGS);
