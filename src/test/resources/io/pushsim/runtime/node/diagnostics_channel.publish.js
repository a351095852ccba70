const channels = require('diagnostics_channel');
const channel = channels.channel('mine');
console.log(channel.hasSubscribers, channels.hasSubscribers('mine'));
const listener = (message, name) => console.log(message, name);
channels.subscribe('mine', listener);
channel.publish({ a: 1 });
console.log(channel.hasSubscribers, channels.unsubscribe('mine', listener), channel.hasSubscribers);
