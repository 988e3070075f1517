/*
 * Saves a file that the page has made, once, as the browser saves what it downloads: an element that shows nothing.
 *
 * data   bytes: a line of JSON in ASCII, {id, name, media_type}, then what is in the file; null for no file
 */
const NEWLINE = 10;
const SAVED = new Set();
/** A browser may still be reading the file after it has asked where to put it. */
const KEPT_MS = 600000;

export default function ({ data, setTriggerValue }) {
  if (!data) return;
  const end = data.indexOf(NEWLINE);
  const { id, name, media_type } = JSON.parse(new TextDecoder().decode(data.subarray(0, end)));
  if (!SAVED.has(id)) {
    SAVED.add(id);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([data.subarray(end + 1)], { type: media_type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
  }
  setTriggerValue("saved", id);
}
