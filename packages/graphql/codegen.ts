import type { CodegenConfig } from "@graphql-codegen/cli";
import { besideOperations, scalars } from "./app-codegen.ts";

/** The schema's types, for the apps too, and what the operations of this package need. */
const config: CodegenConfig = {
  schema: "schema.graphql",
  documents: "src/**/*.graphql",
  generates: {
    "src/schema.generated.ts": {
      plugins: ["typescript"],
      config: { enumsAsTypes: true, useTypeImports: true, scalars },
    },
    // Which types a fragment on an interface fits: one that is missing would come back empty.
    "src/possible-types.generated.ts": {
      plugins: ["fragment-matcher"],
    },
    ...besideOperations("schema.generated.ts"),
  },
};

export default config;
