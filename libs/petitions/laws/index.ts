export { applyLaw } from './apply-law.js';
export { previewLaw } from './preview-law.js';
