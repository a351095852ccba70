//! invoke {"size":6291555}
//! error {"errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes).","errorType":"Function.ResponseSizeTooLarge"}
exports.handler = async ({ size }) => 'x'.repeat(size);
