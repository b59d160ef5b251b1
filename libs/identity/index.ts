export { createStaff, type NewStaff, setPassword } from './create-staff.js';
export { findPetitioners } from './find-petitioners.js';
export type { SignedIn } from './find-sessions.js';
export { type Petitioner, readPetitioner, storePetitioners } from './petitioner.js';
export { CLIENT_ADDRESS_HEADER, SignIn, type SignInSettings } from './sign-in.js';
