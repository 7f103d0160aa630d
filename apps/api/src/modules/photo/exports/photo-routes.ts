import { isId } from "@makegood/domain/ids/ids";
import type { Locale } from "@makegood/domain/text/locale";
import express, { type RequestHandler, Router } from "express";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { localeOf } from "#platform/graphql/locale.js";
import { type ContextFor, linkedContext } from "#platform/http/linked-context.js";
import { type ActorKind, actorOf } from "#platform/identity/actor.js";
import { callerId } from "#platform/identity/caller.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { cleanPhoto, photoLimits } from "../clean-photo.js";
import { photoProblemWords } from "../photo-problem-words.js";
import { PhotoEntity } from "./photo.entity.js";

/** Photos one person may send about one order. */
const mostPerOrder = 40;

function tooMany(response: express.Response): void {
  const message = `There are already ${mostPerOrder} photos of this order.`;
  response.status(409).json({ problem: "TOO_MANY", message });
}

interface Upload {
  orderId: string;
  uploaderId: string;
  uploaderKind: ActorKind;
  locale: Locale;
}

/**
 * POST /photos?orderId=… takes a photo (the body is the file), GET /photos/ID gives it to whoever
 * sees its order. An <img> sends no headers, so the app is named in the address: ?app=buyer.
 */
export function photoRoutes(platform: Platform, contextFor: ContextFor): Router {
  const router = Router();
  const photos = () => platform.database.getRepository(PhotoEntity);
  const file = express.raw({ type: () => true, limit: photoLimits.bytes + 1 });

  /** Whose order it is comes before the file is read: a stranger can't make us hold ten megabytes. */
  const authorise: RequestHandler = async (request, response, next) => {
    const context = await contextFor(request, response);
    const orderId = String(request.query.orderId ?? "");
    const { caller } = context;
    const sends = !("keyId" in caller) || caller.scopes.has("RETURNS_WRITE");
    const order =
      sends && isId("order", orderId) ? await context.loader(visibleOrderById).load(orderId) : null;
    if (!order) {
      const message = "There is no such order, or it isn't yours to see.";
      response.status(404).json({ problem: "NOT_FOUND", message });
      return;
    }
    const uploaderId = callerId(context.caller);
    const sent = await photos().countBy({ uploaderId, orderId });
    if (sent >= mostPerOrder) {
      tooMany(response);
      return;
    }
    const { kind: uploaderKind } = actorOf(context.caller);
    response.locals.upload = { orderId, uploaderId, uploaderKind, locale: localeOf(context) };
    next();
  };

  router.post("/photos", authorise, file, async (request, response) => {
    const { orderId, uploaderId, uploaderKind, locale } = response.locals.upload as Upload;
    const body: unknown = request.body;
    const cleaned = await cleanPhoto(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
    if (!cleaned.ok) {
      const { problem } = cleaned;
      response.status(422).json({ problem, message: photoProblemWords[locale][problem] });
      return;
    }
    const { content, widthPx, heightPx } = cleaned;
    const id = newId("photo");
    const kept = await platform.database.transaction(async (manager) => {
      // Many are sent at once: each is counted with those before it, and none beside it.
      await manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
        `photos ${uploaderId} ${orderId}`,
      ]);
      const before = await manager.countBy(PhotoEntity, { uploaderId, orderId });
      if (before >= mostPerOrder) return false;
      await manager.insert(PhotoEntity, {
        id,
        orderId,
        uploaderId,
        uploaderKind,
        subjectId: null,
        purpose: null,
        content,
        widthPx,
        heightPx,
        uploadedAt: platform.clock.now(),
      });
      return true;
    });
    if (!kept) {
      tooMany(response);
      return;
    }
    response.status(201).json({ id, url: `/photos/${id}`, widthPx, heightPx });
  });

  router.use("/photos", (async (error, request, response, next) => {
    if ((error as { type?: string }).type !== "entity.too.large") return next(error);
    const context = await contextFor(request, response);
    const message = photoProblemWords[localeOf(context)].TOO_LARGE;
    response.status(422).json({ problem: "TOO_LARGE", message });
  }) as express.ErrorRequestHandler);

  router.get("/photos/:id", async (request, response) => {
    const context = await linkedContext(contextFor, request, response);
    const { id } = request.params;
    const photo = isId("photo", id)
      ? await photos()
          .createQueryBuilder("p")
          .addSelect("p.content")
          .where("p.id = :id", { id })
          .getOne()
      : null;
    const { caller } = context;
    const reads = !("keyId" in caller) || caller.scopes.has("PHOTOS_READ");
    const order = photo && reads && (await context.loader(visibleOrderById).load(photo.orderId));
    // Until it is given with something, a photo is its sender's alone.
    const loose = photo && photo.subjectId === null && photo.uploaderId !== callerId(caller);
    if (!order || loose) {
      response.status(404).type("text").send("There is no such photo, or it isn't yours to see.");
      return;
    }
    response
      .set({
        "content-type": "image/jpeg",
        "content-disposition": 'inline; filename="photo.jpg"',
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
      })
      .send(photo.content);
  });
  return router;
}
