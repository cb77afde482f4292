import { defineConfig, type Manifest, type Plugin } from "vite";

/** Keycloak's page preloads what the manifest's entry imports: by these names, where Vite has keys of the manifest. */
const importsAreFiles: Plugin = {
  name: "imports-are-files",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const file = bundle[".vite/manifest.json"];
      if (file?.type !== "asset") throw new Error("No manifest");
      const manifest = JSON.parse(file.source.toString()) as Manifest;
      const entry = manifest["src/main.tsx"];
      entry.imports = entry.imports?.map((key) => manifest[key].file);
      file.source = JSON.stringify(manifest, null, 2);
    },
  },
};

export default defineConfig({
  // Keycloak serves the files below an address that only it knows, and finds the entry in the manifest.
  base: "",
  publicDir: false,
  plugins: [importsAreFiles],
  // One of each: the console's pages and ours share their contexts.
  resolve: { dedupe: ["react", "react-dom", "react-router-dom", "react-i18next", "i18next"] },
  build: {
    target: "es2022",
    manifest: true,
    outDir: "../../../target/classes/theme/client-portal/admin/resources",
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: "src/main.tsx" },
  },
});
