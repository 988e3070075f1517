/** Draw symbols with milsymbol: its script is the argument, a JSON list of codes comes in, their drawings go out. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const ms = createRequire(import.meta.url)(process.argv[2]);
const codes = JSON.parse(readFileSync(0, "utf8"));
const drawn = codes.map((code) => {
  const symbol = new ms.Symbol(code, { standard: "APP6" });
  if (!symbol.isValid()) throw new Error(`${code} is no symbol that milsymbol knows`);
  return [code, symbol.drawInstructions];
});
process.stdout.write(JSON.stringify(Object.fromEntries(drawn)));
