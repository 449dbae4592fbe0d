/** What somebody wrote in a message: an order, if it begins with its slash, or else a phrase. */
export function ordenDe(texto: string): {
  readonly name: string
  readonly text: string
  readonly llano: { readonly llano?: true }
} {
  const escrito = texto.trim()
  if (!escrito.startsWith("/")) return { name: "", text: escrito, llano: { llano: true } }
  const [name = "", ...rest] = escrito.slice(1).split(/(?<=^\S+)\s+/u)
  return { name, text: rest.join(" "), llano: {} }
}
