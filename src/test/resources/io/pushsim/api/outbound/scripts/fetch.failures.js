const base = `http://127.0.0.1:${port}`;
const said = (error) => console.log(error.name, error.message, error.cause?.name, error.cause?.code, error.cause?.message);
await fetch(`${base}/hangup`).catch(said);
await fetch('http://127.0.0.1:6/').catch(said);
await fetch('http://127.0.0.1:25/').catch(said);
await fetch('ftp://x').catch(said);
const cut = await fetch(`${base}/abort`);
await cut.text().catch(said);
