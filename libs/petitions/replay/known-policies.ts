import type { Policy } from '#domain';
import type { Office } from '../office.js';
import type { ReadRecord } from './read-records.js';

/** The policies that records name, looked up once each. */
export class KnownPolicies {
  readonly #held = new Map<string, Policy | Error>();

  constructor(private readonly office: Office) {}

  /** Looks up the policies of the records' steps that are not held yet. */
  async learn(records: readonly ReadRecord[]): Promise<void> {
    const { policies, database } = this.office;
    const versions = new Set(records.flatMap(({ steps }) => steps.map(({ policyVersion }) => policyVersion)));
    for (const version of versions) {
      if (this.#held.has(version)) continue;
      // A version that the record does not hold is a finding about the case, not the end of the question.
      const policy = await policies.at(version, database.pool).catch((error: Error) => error);
      this.#held.set(version, policy);
    }
  }

  /** The policy of a version. @throws when the record does not hold it. */
  readonly at = (version: string): Policy => {
    const policy = this.#held.get(version);
    if (policy === undefined || policy instanceof Error) {
      throw policy ?? new Error(`The policy ${version} was not looked up`);
    }
    return policy;
  };
}
