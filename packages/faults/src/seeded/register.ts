import { register } from "node:module";

/**
 * Loaded before the API where a fault is to be seeded: what is built is changed while it is loaded.
 * Neither source nor build knows of it, so that there is nothing to switch on by mistake.
 */
register("./hooks.js", import.meta.url, { data: process.env.SEEDED_FAULT ?? "" });
