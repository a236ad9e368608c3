declare module "*?worker&url" {
  const url: string;
  // The bundler hands the address over as the default export.
  export default url;
}
