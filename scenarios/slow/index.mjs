// Takes a second and a half for each photo, whatever it is.
export const handler = async (event) => {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return 'scaled';
};
