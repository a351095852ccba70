//! answers 1
import { handler as again } from './index.mjs';
export const handler = async () => (typeof again === 'function' ? 1 : 2);
