//! runtime nodejs24.x
//! invoke {}
//! result "default export"
export default { handler: async () => 'default export' };
