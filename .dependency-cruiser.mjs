/** Who may import whom. The shape of the repository in six rules. */
export default {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "domain-is-pure",
      comment: "The rules of the business know nothing but themselves.",
      severity: "error",
      from: { path: "^packages/domain/src", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^packages/domain/src" },
    },
    {
      name: "packages-know-no-app",
      severity: "error",
      from: { path: "^packages/(?!bench|e2e|faults|launcher)" },
      to: { path: "^apps/" },
    },
    {
      name: "apps-know-no-other-app",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "platform-knows-no-module",
      severity: "error",
      from: { path: "^apps/api/src/platform", pathNot: "\\.test\\.ts$" },
      to: { path: "^apps/api/src/modules" },
    },
    {
      name: "modules-meet-through-exports",
      severity: "error",
      from: { path: "^apps/api/src/modules/([^/]+)/" },
      to: { path: "^apps/api/src/modules/", pathNot: "^apps/api/src/modules/($1/|[^/]+/exports/)" },
    },
    {
      name: "features-know-no-other-feature",
      comment:
        "Features meet in app.tsx; what they share is the order's fragments and the session.",
      severity: "error",
      from: { path: "^apps/(buyer|seller|support)/src/features/([^/]+)/" },
      to: {
        path: "^apps/[^/]+/src/features/",
        pathNot: "^apps/$1/src/features/($2/|session/|.*\\.generated\\.ts$)",
      },
    },
    {
      name: "no-test-code-in-production",
      severity: "error",
      from: { path: "^apps/api/src", pathNot: "(\\.test\\.ts$|/testing/)" },
      to: { path: "^apps/api/src/testing" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|reports|node_modules)/" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    webpackConfig: { fileName: ".dependency-cruiser.resolve.cjs" },
  },
};
