export default 'from esm';
