const bytes = Buffer.from('hi!');
console.log(JSON.stringify(bytes), JSON.stringify({ bytes }), [...bytes], [...bytes.entries()], [...bytes.keys()]);
console.log(bytes.map((each) => each + 1), bytes.filter((each) => each > 100) instanceof Buffer, bytes.at(-1), Object.keys(bytes));
