import { z } from 'zod';

export const adoption = z.object({ libraryId: z.string().min(1).max(100) });
