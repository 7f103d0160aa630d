// Writes docs/state-machines.md from the machines' own data (build the package first).
import { writeFileSync } from "node:fs";
import { machineDocument } from "../dist/machine/machine-document.js";
import { machines } from "../dist/machine/machines.js";

writeFileSync(
  new URL("../../../docs/state-machines.md", import.meta.url),
  machineDocument(machines),
);
