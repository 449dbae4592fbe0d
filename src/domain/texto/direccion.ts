/** Why an address on the web is not kept as a link. */
export type ReparoDireccion =
  /** It is none, or not an https one. */
  | "no_https"
  /** Somebody's user name or password is in it: no credential is stored or shown. */
  | "con_credenciales"

/** `null`: it may be kept. Whether it holds protected data is the guard's of every text. */
export function reparoDeDireccion(typed: string): ReparoDireccion | null {
  if (!URL.canParse(typed)) return "no_https"
  const { protocol, username, password } = new URL(typed)
  if (username !== "" || password !== "") return "con_credenciales"
  return protocol === "https:" ? null : "no_https"
}
