import { appVite } from "@makegood/ui/app-vite.mjs";

export default appVite("buyer");
