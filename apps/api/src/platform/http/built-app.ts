import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type RequestHandler, type Response } from "express";
import compressed from "express-static-gzip";

const aYear = "public, max-age=31536000, immutable";

/**
 * Serves an app as its build left it, each file in the smallest form that the browser reads. A name
 * in assets/ holds its content's hash, so that it never changes; the page that names them is asked
 * for every time, so that a new version is seen at once.
 */
export function builtApp(name: string, folder: string): RequestHandler {
  const serve = (path: string, cacheControl: string, fallthrough: boolean) =>
    compressed(path, {
      enableBrotli: true,
      orderPreference: ["br", "gz"],
      index: false,
      serveStatic: {
        index: false,
        redirect: false,
        fallthrough,
        cacheControl: false,
        setHeaders: (response) => response.setHeader("cache-control", cacheControl),
      },
    });
  const page = serve(folder, "no-cache", true);
  const router = express.Router();
  // Whoever asks for a file of an older version is told that it is gone, and by no cache afterwards.
  router.use("/assets", serve(join(folder, "assets"), aYear, true), (_request, response) => {
    response.status(404).set("cache-control", "no-store").type("text").send("Not found\n");
  });
  router.use(page);
  router.get("/{*path}", (request, response, next) => {
    if (!existsSync(join(folder, "index.html"))) return notBuilt(name, response);
    request.url = "/index.html";
    page(request, response, next);
  });
  return router;
}

function notBuilt(name: string, response: Response): void {
  response.status(503).type("text").send(`The ${name} app is not built: run the build first.`);
}
