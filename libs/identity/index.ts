export { createStaff, type NewStaff, setPassword } from './create-staff.js';
export { type Petitioner, readPetitioner, storePetitioners } from './petitioner.js';
export { CLIENT_ADDRESS_HEADER, type SignedIn, SignIn, type SignInSettings } from './sign-in.js';
