/** Style sheets are bundled by Vite; to TypeScript they are modules without exports. */
declare module "*.css";
