import { z } from "zod";
import { startProvider } from "./start-provider.js";

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(0),
  DATA_DIR: z.string().min(1),
  API_KEY: z.string().min(8),
  WEBHOOK_URL: z.url().optional(),
  WEBHOOK_SECRET: z.string().startsWith("whsec_").optional(),
  TIME_SCALE: z.coerce.number().positive().default(1),
  LOST_BEFORE: z.coerce.number().min(0).max(1).default(0),
  LOST_AFTER: z.coerce.number().min(0).max(1).default(0),
});

const env = environment.parse(process.env);
const provider = await startProvider({
  port: env.PORT,
  dataFolder: env.DATA_DIR,
  apiKey: env.API_KEY,
  webhook:
    env.WEBHOOK_URL && env.WEBHOOK_SECRET
      ? { url: env.WEBHOOK_URL, secret: env.WEBHOOK_SECRET }
      : null,
  timeScale: env.TIME_SCALE,
  lost: { before: env.LOST_BEFORE, after: env.LOST_AFTER },
});
process.stdout.write(`${JSON.stringify({ listening: provider.url })}\n`);

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  process.stdin.destroy();
  void provider.close();
};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
// Whoever started us holds our input open for as long as it lives.
if (process.env.STOP_WITH_STDIN) process.stdin.on("end", stop).resume();
