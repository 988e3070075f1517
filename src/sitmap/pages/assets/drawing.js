/*
 * Takes what the page packed for the workbench, unpacks it once, and hands it over: an element that shows nothing.
 *
 * globalThis.sitmapDrawing   {made: {version, ...} or null, heard: Set of functions that are told of another one}
 *   made   what drawing.py gathers, with its version
 */
const VERSION_LENGTH = 16;
const HANDED = (globalThis.sitmapDrawing ??= { made: null, heard: new Set(), wanted: "" });

async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

export default async function ({ data }) {
  const version = new TextDecoder().decode(data.subarray(0, VERSION_LENGTH));
  if (HANDED.wanted === version) return;
  HANDED.wanted = version;
  const made = await unpacked(data.subarray(VERSION_LENGTH));
  if (HANDED.wanted !== version) return; // a later one has overtaken it
  HANDED.made = { ...made, version };
  HANDED.heard.forEach((tell) => tell());
}
