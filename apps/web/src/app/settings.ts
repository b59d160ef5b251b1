import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { config } from 'zod';

// Zod compiles its checks with `new Function` where it may; our content policy says it may not.
config({ jitless: true });
dayjs.extend(customParseFormat);
