const { join } = require("node:path");

const api = (folder) => join(__dirname, "apps/api/src", folder);
const source = (name) => join(__dirname, "packages", name, "src");

/** How imports are found in the sources, where package.json's names lead to what is built. */
module.exports = {
  resolve: {
    alias: {
      "#platform": api("platform"),
      "#modules": api("modules"),
      "#generated": api("generated"),
      "@makegood/domain": source("domain"),
      "@makegood/ui": source("ui"),
      "@makegood/graphql/schema.graphql": join(__dirname, "packages/graphql/schema.graphql"),
      "@makegood/graphql": source("graphql"),
      "@makegood/api": join(__dirname, "apps/api/src"),
    },
    extensions: [".ts", ".tsx", ".js", ".mjs"],
    extensionAlias: { ".js": [".ts", ".tsx", ".js"] },
  },
};
