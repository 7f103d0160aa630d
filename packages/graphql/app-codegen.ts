import type { CodegenConfig } from "@graphql-codegen/cli";
import { preset } from "@graphql-codegen/near-operation-file-preset";

export const scalars = { DateTime: "string", MinorUnits: "number", URL: "string", ID: "string" };

/** Types and typed documents beside each operation; the schema's enums come from where it says. */
export const besideOperations = (baseTypesPath: string): CodegenConfig["generates"] => ({
  "src/": {
    preset,
    presetConfig: { extension: ".generated.ts", baseTypesPath },
    plugins: ["typescript-operations", "typed-document-node"],
    config: { useTypeImports: true, enumType: "string-literal", scalars },
  },
});

/** What an app generates, run in its folder. */
export const appCodegen: CodegenConfig = {
  schema: "../../packages/graphql/schema.graphql",
  documents: "src/**/*.graphql",
  // What more than one app shows: to be spread in the app's operations, and generated here alone.
  externalDocuments: "../../packages/graphql/src/fragments/*.graphql",
  generates: besideOperations("~@makegood/graphql/schema.generated.ts"),
  // The generator's parts are dependencies of this package and not of each app.
  pluginLoader: (name) => import(name),
};
