import type { Request, Response } from "express";
import type { RequestContext } from "#platform/graphql/context.js";
import { appNamed } from "#platform/http/cookies.js";

export type ContextFor = (request: Request, response: Response) => Promise<RequestContext>;

/**
 * Who follows a link or loads a picture: a browser sends no headers of ours with it, so the app whose
 * session counts is named in the address, ?app=buyer. For reading only.
 */
export function linkedContext(
  contextFor: ContextFor,
  request: Request,
  response: Response,
): Promise<RequestContext> {
  const app = appNamed(request.query.app);
  if (app) request.headers["x-makegood-app"] = app;
  return contextFor(request, response);
}
