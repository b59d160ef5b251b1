export { Database, type Transaction } from './database.js';
export { AgencyEntity, FormerUnitEntity } from './entities/agency.js';
export { StaffEntity } from './entities/staff.js';
export { alarmText, instantText } from './instant-text.js';
