declare module "*.module.css" {
  /** Class names of the module; a test checks that every name the code asks for exists. */
  const classes: Readonly<Record<string, string>>;
  // Vite hands a CSS module over as its default export.
  export default classes;
}
declare module "*.css";
