/** How long a process waits for PostgreSQL, in milliseconds; 0 waits for ever. */
export interface Patience {
  statementMs: number;
  /** For a row or table that somebody else has locked. */
  lockMs: number;
  /** A transaction whose process has gone silent is ended, so that its locks are free again. */
  idleInTransactionMs: number;
  /** For one of the process's own connections, and for a new one to be made. */
  connectionMs: number;
}

/** For commands and tests. */
export const ENDLESS: Patience = { statementMs: 0, lockMs: 0, idleInTransactionMs: 0, connectionMs: 0 };

/** Somebody waits for the answer: it comes soon or says that it does not. */
export const API_PATIENCE: Patience = {
  statementMs: 5_000,
  lockMs: 2_000,
  idleInTransactionMs: 10_000,
  connectionMs: 3_000,
};

/** Nobody waits; a batch of deadlines or a piece of a decree may take its time. */
export const WORKER_PATIENCE: Patience = {
  statementMs: 60_000,
  lockMs: 10_000,
  idleInTransactionMs: 60_000,
  connectionMs: 10_000,
};

/** The same as the options of node-postgres. */
export function inDriverWords({ statementMs, lockMs, idleInTransactionMs, connectionMs }: Patience) {
  return {
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    connectionTimeoutMillis: connectionMs,
  };
}
