export { appCodegen as default } from "@makegood/graphql/app-codegen.ts";
