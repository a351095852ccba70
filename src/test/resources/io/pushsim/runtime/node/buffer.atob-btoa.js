console.log(btoa('Hello'), atob('SGVsbG8='), atob(' SGVs bG8 '), btoa('\xff\xfe'), btoa(''));
for (const attempt of [() => atob('a'), () => atob('*'), () => btoa('€')]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.constructor.name);
  }
}
