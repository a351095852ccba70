import { setTimeout } from 'node:timers/promises';

// Takes a second and a half for each photo, whatever it is.
export const handler = async (event) => {
  await setTimeout(1500);
  return 'scaled';
};
