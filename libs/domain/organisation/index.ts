export { type FormerUnit, indexOrganisation, type Organisation, type Unit } from './organisation.js';
export { NEW_MAP_SINCE } from './provinces.js';
export { type AgencyAnswer, type AgencyReason, resolveAgency } from './resolve-agency.js';
export { type PlaceAnswer, type PlaceReason, resolvePlace } from './resolve-place.js';
export { foldText } from './spelling.js';
