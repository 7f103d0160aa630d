import type { CodegenConfig } from "@graphql-codegen/cli";

/** Types and typed documents beside each operation, from the committed schema. */
const config: CodegenConfig = {
  schema: "schema.graphql",
  documents: "src/**/*.graphql",
  generates: {
    "src/schema.generated.ts": {
      plugins: ["typescript"],
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        scalars: { DateTime: "string", MinorUnits: "number", URL: "string", ID: "string" },
      },
    },
    // Which types a fragment on an interface fits: one that is missing would come back empty.
    "src/possible-types.generated.ts": {
      plugins: ["fragment-matcher"],
    },
    "src/": {
      preset: "near-operation-file",
      presetConfig: { extension: ".generated.ts", baseTypesPath: "schema.generated.ts" },
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        useTypeImports: true,
        enumType: "string-literal",
        scalars: { DateTime: "string", MinorUnits: "number", URL: "string", ID: "string" },
      },
    },
  },
};

export default config;
