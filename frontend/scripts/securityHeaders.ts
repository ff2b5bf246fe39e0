import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const file = fileURLToPath(new URL("../../deploy/server/security-headers.conf", import.meta.url));

/** Stands in the built page until a server puts the number of the request in its place. */
export const NONCE = "CSP_NONCE";

/** The headers of the installed site, read from the file that its nginx includes. */
function told(nonce: string): [string, string][] {
  const lines = readFileSync(file, "utf-8").matchAll(/^add_header (\S+) "([^"]*)" always;$/gm);
  return [...lines].map(([, name = "", value = ""]) => [name, value.replace("$request_id", nonce)]);
}

/** `vite preview` answers as the installed site does: same policy, a new nonce with every page. */
export function securityHeaders(): Plugin {
  return {
    name: "security-headers",
    configurePreviewServer(server) {
      if (!existsSync(file)) return;
      const built = server.config.build.outDir;
      const page = readFileSync(join(built, "index.html"), "utf-8");
      // Not told by a dot: the code of an agency may have one too (/agencies/SYT.CCDS).
      const files = new Set(readdirSync(built, { recursive: true }).map((name) => `/${name}`));
      files.delete("/index.html");
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? "/").split("?")[0] ?? "/";
        if (/^\/(api|feeds|public)\//.test(path)) return next();
        const nonce = randomBytes(16).toString("hex");
        for (const [name, value] of told(nonce)) response.setHeader(name, value);
        if (files.has(path)) return next();
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.end(page.replaceAll(NONCE, nonce));
      });
    },
  };
}
