import { loadQuickly } from "./quick-loading.ts";

loadQuickly();
await import("./commands.ts");
