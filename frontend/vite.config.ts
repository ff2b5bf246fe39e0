import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { NONCE, securityHeaders } from "./scripts/securityHeaders.ts";

const api = `http://127.0.0.1:${process.env.API_PORT || 8000}`;
const proxy = Object.fromEntries(
  ["/api", "/feeds", "/public"].map((path) => [path, { target: api, changeOrigin: false }]),
);
const server = {
  host: process.env.WEB_HOST || "127.0.0.1",
  port: Number(process.env.WEB_PORT || 5173),
  strictPort: true,
  proxy,
};

export default defineConfig({
  base: "/",
  plugins: [react(), securityHeaders()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server,
  preview: server,
  html: { cspNonce: NONCE },
  build: {
    target: "es2022",
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: "vendor",
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-router|router-core|history|react-query|query-core|react-store|store)|i18next|react-i18next|openapi-fetch)\//,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: "jsdom",
    testTimeout: 20_000, // a slow machine is not a wrong screen
    setupFiles: ["./src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: false,
    maxWorkers: 2,
  },
});
