const order = [];
for (const delay of [5, 1, 3, 1, 2]) setTimeout(() => order.push(delay), delay * 20);
await new Promise((resolve) => setTimeout(resolve, 140));
console.log(order);
