/** Why an address on the web is not kept as a link. */
export type ReparoDireccion =
  /** It is none, or not an https one. */
  | "no_https"
  /** Somebody's user name or password is in it: no credential is stored or shown. */
  | "con_credenciales"

/** What people take for an address when they read it: a scheme, `www.`, or a host with an ending of the web. */
const PARECE_DIRECCION =
  /:\/\/|\bwww\.|[\p{L}\d-]\.(?:gob|com|mx|org|net|edu|info|io|app|ly|link|online|site|xyz|us|es)(?![\p{L}\d])/iu

/** A link whose name looks like an address can point elsewhere than it says. */
export const pareceDireccion = (nombre: string): boolean => PARECE_DIRECCION.test(nombre)

/** Where an address leads, as it may be shown beside its name. */
export const anfitrionDe = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

/** `null`: it may be kept. Whether it holds protected data is the guard's of every text. */
export function reparoDeDireccion(typed: string): ReparoDireccion | null {
  if (!URL.canParse(typed)) return "no_https"
  const { protocol, username, password } = new URL(typed)
  if (username !== "" || password !== "") return "con_credenciales"
  return protocol === "https:" ? null : "no_https"
}
