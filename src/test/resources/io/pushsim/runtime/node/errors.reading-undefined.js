for (const attempt of [() => undefined.x, () => null.length, () => { let u; u.y = 1; }, () => undefinedName]) {
  try {
    attempt();
  } catch (error) {
    error.stack;
    console.log(error.message);
  }
}
