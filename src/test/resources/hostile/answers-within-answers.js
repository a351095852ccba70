//! answers "(inner|outer)"
exports.handler = (event, context) => {
  context.done(null, {
    toJSON() {
      context.done(null, 'inner');
      context.succeed('inner');
      return 'outer';
    },
  });
};
