export { ClockWatch, type OwnClocks } from './clock/clock-watch.js';
export { confirmClock, tellOfDoubt } from './clock/settle-doubt.js';
export { Database, type Transaction } from './database.js';
export { demandDurability } from './durability.js';
export { AgencyEntity, FormerUnitEntity } from './entities/agency.js';
export { StaffEntity } from './entities/staff.js';
export { alarmText, instantText } from './instant-text.js';
export { API_PATIENCE, type Patience, WORKER_PATIENCE } from './patience.js';
export {
  countOpenMessages,
  localDataDirectory,
  readRecordHealth,
} from './record-health.js';
