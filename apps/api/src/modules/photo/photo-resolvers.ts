import type { Resolvers } from "#generated/resolvers.generated.js";

export const photoResolvers: Resolvers = {
  Photo: { path: ({ id }) => `/photos/${id}`, givenBy: ({ uploaderKind }) => uploaderKind },
};
