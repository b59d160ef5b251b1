import type { AgencyQuery, AgencyView } from '#contract';
import type { Office } from '../office.js';

/** The organisation, by name; words find today's names and the names before the merger alike. */
export async function listAgencies(office: Office, query: AgencyQuery): Promise<{ items: AgencyView[] }> {
  const parameters: unknown[] = [];
  const conditions = ['true'];
  if (query.kind) conditions.push(`agency.kind = $${parameters.push(query.kind)}`);
  if (query.q) {
    const words = `fold($${parameters.push(`%${query.q.replace(/[\\%_]/g, '\\$&')}%`)})`;
    conditions.push(`(fold(agency.name) like ${words} or agency.code like ${words} or exists (
      select from former_unit where former_unit.agency_code = agency.code and fold(former_unit.name) like ${words}))`);
  }
  const items = await office.database.rows<AgencyView>(
    `select code, name, kind, parent_code as "parentCode", email, verified,
       former_district as "formerDistrict", valid_to as "validTo", note,
       array(select former_unit.name from former_unit where former_unit.agency_code = agency.code
         order by former_unit.name) as "formerNames",
       (select count(*)::int from staff where staff.agency_code = agency.code and staff.is_active) as "staffCount"
     from agency where ${conditions.join(' and ')} order by name collate "vi-x-icu", code`,
    parameters,
  );
  return { items };
}
