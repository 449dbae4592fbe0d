/** One host, `www.gob.mx`, or all that are below one, `*.gob.mx`; which is not one of them. */
const PATRON = /^(\*\.)?([^\s/:@*?#\\]+)$/u

/** As addresses are compared: lower case, in the letters of the network, without a dot at its end. `null`: it is none. */
function anfitrion(typed: string): string | null {
  const url = `https://${typed}`
  if (!URL.canParse(url)) return null
  const { hostname } = new URL(url)
  const limpio = hostname.replace(/\.$/u, "")
  return /^[a-z\d-]+(\.[a-z\d-]+)+$/u.test(limpio) && !/^[\d.]+$/u.test(limpio) ? limpio : null
}

/** A pattern that a body may write in its profile; an address by numbers or a host without a dot is none. */
export function esDominio(patron: string): boolean {
  const [, , host = ""] = PATRON.exec(patron) ?? []
  return host !== "" && anfitrion(host) !== null
}

/**
 * Whether an address leads to one of the hosts that a body allows; without any, all are. By the host that a browser goes
 * to: a name before an «@» is none, and neither is what follows a backslash, which some read otherwise. Any port but the
 * usual one is another server.
 */
export function vaADominioPermitido(url: string, dominios: readonly string[]): boolean {
  if (dominios.length === 0) return true
  // A browser takes white space out before it reads, and a backslash for a diagonal.
  if (/[\\\s\p{Cc}\p{Cf}]/u.test(url) || !URL.canParse(url)) return false
  const { host, hostname, username, password } = new URL(url)
  if (username !== "" || password !== "" || host !== hostname) return false
  const destino = hostname.replace(/\.$/u, "")
  return dominios.some((patron) => {
    const [, abajo, nombre = ""] = PATRON.exec(patron) ?? []
    const permitido = anfitrion(nombre)
    if (permitido === null) return false
    return abajo === undefined ? destino === permitido : destino.endsWith(`.${permitido}`)
  })
}
