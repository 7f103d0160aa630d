import { useMemo } from "react";
import { useMakegoodClient } from "./provider.tsx";

/** What was seen when a command was first sent: part of its input, and not of what is meant by it. */
const seenFields = ["quoteId", "expectedVersion"] as const;
type Seen = Partial<Record<(typeof seenFields)[number], unknown>>;

interface Intent {
  key: string;
  seen: Seen;
  begunAt: number;
}

/** The API answers a repeated key as long. */
const keptMs = 24 * 3_600_000;

const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

/** A short name of what is meant (cyrb53): what was typed isn't written down a second time. */
function digestOf(meaning: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < meaning.length; index++) {
    const unit = meaning.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** One try of an intent: what to send, and the end of it once it was answered for good. */
export interface Try {
  input: object;
  end(): void;
}

/**
 * The intents of one kind of command that have not ended. Whatever comes between (no answer, a busy
 * server, a reload) the same intent is sent again with the same key and with what was seen at first,
 * so that the API knows it again. Stored beside the person's drafts, and gone with them.
 */
export function useIntents(command: string): { begin(meant: object): Try } {
  const { own } = useMakegoodClient();
  return useMemo(() => {
    const name = `intents.${command}`;
    const open = (): Record<string, Intent> => {
      const now = Date.now();
      return Object.fromEntries(
        Object.entries(own.read<Record<string, Intent>>(name) ?? {}).filter(
          ([, { begunAt }]) => now - begunAt < keptMs,
        ),
      );
    };
    return {
      begin(meant) {
        const parts = Object.entries(meant);
        const isSeen = ([field]: [string, unknown]) =>
          (seenFields as readonly string[]).includes(field);
        const digest = digestOf(JSON.stringify(parts.filter((part) => !isSeen(part))));
        const intents = open();
        const intent = intents[digest] ?? {
          key: newKey(),
          seen: Object.fromEntries(parts.filter(isSeen)),
          begunAt: Date.now(),
        };
        own.write(name, { ...intents, [digest]: intent });
        return {
          input: { ...meant, ...intent.seen, idempotencyKey: intent.key },
          end() {
            const { [digest]: _ended, ...others } = open();
            if (Object.keys(others).length > 0) own.write(name, others);
            else own.remove(name);
          },
        };
      },
    };
  }, [own, command]);
}
