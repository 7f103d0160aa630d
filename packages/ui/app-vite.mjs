import { readFileSync } from "node:fs";
import { constants } from "node:zlib";
import react from "@vitejs/plugin-react";
import { compression, defineAlgorithm } from "vite-plugin-compression2";

const shell = readFileSync(new URL("shell.html", import.meta.url), "utf8");

/**
 * How each app is built: under its own path, with a frame that shows before any script has come, and
 * compressed once, at the build, as well as can be.
 *
 * @param {string} name
 * @returns {import("vite").UserConfig}
 */
export const appVite = (name) => ({
  base: `/${name}/`,
  plugins: [
    react(),
    {
      name: "shell-before-script",
      transformIndexHtml: (html) =>
        html.replace('<div id="root"></div>', () => `<div id="root">${shell}</div>`),
    },
    compression({
      include: /\.(js|css|html)$/,
      threshold: 1_000,
      algorithms: [
        defineAlgorithm("brotliCompress", {
          params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
        }),
        defineAlgorithm("gzip", { level: 9 }),
      ],
    }),
  ],
  build: {
    // Tests read in it what the first page needs.
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every page needs and no change of ours touches stays in the browser's cache.
          groups: [
            {
              name: "base",
              test: /node_modules[\\/](react|react-dom|scheduler|@apollo|rxjs|graphql|graphql-ws|@wry|optimism|wouter|tslib)[\\/]/,
            },
          ],
        },
      },
    },
  },
});
