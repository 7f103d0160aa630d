import type { Server } from "node:http";
import type { Socket } from "node:net";

/** What is connected to a server, upgraded or not: Node itself forgets those that were upgraded. */
export function connectionsOf(server: Server): { cut(): void } {
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  return {
    /** Ends every connection at once, for whoever has had time enough. */
    cut() {
      for (const socket of open) socket.destroy();
    },
  };
}
