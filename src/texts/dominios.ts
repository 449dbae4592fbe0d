import { enumerar } from "./plurales.ts"

/** Why an address is not taken, which are, and what to do; ends a sentence. */
export function dominioNoPermitido(dominios: readonly string[]): string {
  return `ese sitio no está entre los que este órgano admite para sus documentos y evidencias: ${enumerar(dominios)}. Publique el archivo en uno de ellos y escriba su dirección con https://, o pida a la Secretaría Técnica que agregue el sitio`
}
