//! timeout 20
//! answers ^(\["(clock|log|timer|random) [\w.$]+"(,|\]$)|"(log|timer|random) [\w.$]+"(,|\]$))+
exports.handler = async (event) => {
  const ways = {
    clock: () => Date.now(),
    log: () => console.log('deeper'),
    timer: () => clearTimeout(setTimeout(() => {}, 1)),
    random: () => Math.random(),
  };
  return Object.entries(ways).map(([name, way]) => {
    const deeper = () => {
      way();
      deeper();
    };
    try {
      deeper();
    } catch (error) {
      way();
      return `${name} ${error.getClass === undefined ? error.name : 'gives the host away'}`;
    }
  });
};
