const HIDDEN = "[oculto]"

/** In JSON a quotation mark inside of a text follows a backslash. */
const QUOTE = `\\\\?["']`
const NAMES =
  "pass(?:word|wd|phrase)|pwd|contraseña|clave_?maestra|master_?key|api_?key|secret(?:_?key)?|signing_?secret|token"

type Shape = readonly [RegExp, string | ((found: string) => string)]

/**
 * Shapes of credentials, wherever they stand in a text. What may be long is never tried anew from each of its own
 * characters: a shape begins with a fixed piece that it takes along, or where a run of characters begins, or takes a
 * bounded number of them. So the work grows as the text does, however hostile it is.
 */
const SECRET_SHAPES: readonly Shape[] = [
  // Slack's: of bots, people, applications, browsers, and those that renew others (`xoxe.xoxp-…`, `xoxe-…`).
  [/x(?:ox[a-z]|app)-[\w%+-]{6,}/gi, HIDDEN],
  // Discord's, which are three pieces, and JWT, which are as many.
  [/(?<![\w-])[\w-]{20,40}\.[\w-]{5,8}\.[\w-]{25,}/g, HIDDEN],
  [/(?<![\w-])eyJ[\w-]{8,}(?:\.[\w-]+){1,4}/g, HIDDEN],
  [/\b(Bearer|Basic) {1,2}[\w.~+/=-]{8,}/gi, `$1 ${HIDDEN}`],
  // The address of a calendar is the right to read it.
  [/(\/calendario\/(?:sesion\/)?)[\w-]{16,}/g, `$1${HIDDEN}`],
  // The address of the console lets one in.
  [/([?&]entrada=)[\w-]{16,}/g, `$1${HIDDEN}`],
  [/:\/\/(?:[^\s"\\]|\\.)+/g, withoutPassword],
  [new RegExp(`((?:${NAMES})(?:${QUOTE})?(?:=|: {0,2}${QUOTE}))[^\\s"'\\\\,;&]+`, "gi"), `$1${HIDDEN}`],
  // Keys of 32 octets, as AES-256 takes them, and tokens of as many: in base64, base64url and hexadecimal.
  [/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=/g, HIDDEN],
  [/(?<![\w-])(?=[\w-]{0,42}[a-z])(?=[\w-]{0,42}[A-Z])(?=[\w-]{0,42}\d)[\w-]{43}(?![\w-])/g, HIDDEN],
  [/(?<![\da-f])[\da-f]{64}(?![\da-f])/gi, HIDDEN],
]

/** Removes anything that looks like a credential from a text. Its work grows with the length of the text alone. */
export function redactSecrets(text: string): string {
  return SECRET_SHAPES.reduce(
    (clean, [shape, replacement]) =>
      typeof replacement === "string"
        ? clean.replace(shape, replacement)
        : clean.replace(shape, (found) => replacement(found)),
    text,
  )
}

/** `://usuario:contraseña@servidor/base`: up to the last «@», since a password written by hand may hold some. */
function withoutPassword(address: string): string {
  const colon = address.indexOf(":", 3)
  const at = address.lastIndexOf("@")
  return colon === -1 || at < colon ? address : `${address.slice(0, colon + 1)}${HIDDEN}${address.slice(at)}`
}
