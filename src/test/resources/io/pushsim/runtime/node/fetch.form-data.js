const said = (attempt) => {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name, error.message);
  }
};
said(() => new FormData(5));
said(() => new FormData().append('a'));
said(() => new FormData().append('a', 'b', 'c'));
const form = new FormData();
form.append('a', 1);
form.append('a', 'two');
form.append('f"x', new File(['zz'], 'n"a.txt', { type: 'text/plain', lastModified: 5 }));
form.set('b', 'line\nbreak');
console.log([...form.keys()], form.get('a'), form.getAll('a'), form.has('b'), form.get('absent'), form.get('f"x').name);
form.delete('b');
form.append('b', 'again');
console.log(form);
const request = new Request('http://h', { method: 'POST', body: form });
console.log(request.headers.get('content-type').replace(/\d+$/, ''), (await request.clone().text()).replace(/-0\d+/g, ''));
const read = await request.formData();
console.log([...read.keys()], read.getAll('a'), await read.get('f"x').text(), read.get('f"x').name);
console.log(await new Response('a=b&c=d+e', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }).formData());
await new Response('x').formData().catch((error) => console.log(error.name, error.message));
await new Response('x', { headers: { 'content-type': 'multipart/form-data; boundary=a' } }).formData().catch((error) => console.log(error.name, error.message));
