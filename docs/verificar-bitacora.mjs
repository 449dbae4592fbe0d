// Checks an export of the log of Plenaria with nothing but Node.js: no package, no network, no database.
//   node verificar-bitacora.mjs bitacora.jsonl [tamaño:raíz …]     (heads as they were published)
// Each line is a JSON object with «eslabon», a link, and under «fila» the row that it vouches for unless a later link
// does; «sin_eslabon», a row for which no link vouches; or «cabeza», the head of a day: links there were, and the root of
// their RFC 6962 tree. The fingerprint of a link is the SHA-256 of its canonical JSON (RFC 8785), which names that of the
// link before it and that of its row. In the row each free text stands as SHA-256(salt + its canonical JSON): it can be
// removed with its salt, and then an event «bitacora.testada» or «bitacora.depurada» has to say so. What is left of a text
// has a new link; without one, no text may be left.
import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { createInterface } from "node:readline"
import { pathToFileURL } from "node:url"

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest()
const huellaDe = (text) => sha256(text).toString("hex")

export function canonico(value) {
  if (Array.isArray(value)) return `[${value.map(canonico).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonico(value[name])}`).join(",")}}`
}

/** The tree over the fingerprints given so far, as its full subtrees, the largest first. */
function arbol() {
  const full = []
  return {
    agregar(huella) {
      let node = { size: 1, hash: sha256(Buffer.of(0), Buffer.from(huella, "hex")) }
      while (full.at(-1)?.size === node.size)
        node = { size: node.size * 2, hash: sha256(Buffer.of(1), full.pop().hash, node.hash) }
      full.push(node)
    },
    raiz() {
      const hashes = full.map(({ hash }) => hash)
      const over = (right, left) => sha256(Buffer.of(1), left, right)
      return hashes.reduceRight(over, hashes.pop() ?? sha256()).toString("hex")
    },
  }
}

/** `lineas`: the file's. `publicadas`: heads from elsewhere. Tells what is broken, the first link first. */
export async function verificar(lineas, publicadas = []) {
  const halladas = []
  const falla = (posicion, texto) => halladas.push({ posicion, texto })
  const cabezas = publicadas.map((cabeza) => ({ ...cabeza, fecha: "publicada" }))
  const [ultimos, sinSal, enEvento, hojas] = [new Map(), [], [], arbol()]
  const raices = new Map([[0, huellaDe("")]])
  let [tamano, anterior] = [0, "0".repeat(64)]
  for await (const linea of lineas) {
    const { eslabon, fila, sin_eslabon: suelta, cabeza } = JSON.parse(linea)
    if (suelta) falla(Infinity, `sin eslabón: ${suelta.tabla} ${suelta.clave}`)
    if (cabeza) cabezas.push(cabeza)
    if (!eslabon) continue
    const { huella, sal, reservados, ...dicho } = eslabon
    const { posicion, tabla, clave } = dicho
    const nombre = `eslabón ${posicion} (${tabla} ${clave})`
    if (posicion !== tamano + 1) falla(posicion, `falta el eslabón ${tamano + 1}: sigue el ${nombre}`)
    else if (dicho.anterior !== anterior) falla(posicion, `${nombre}: no continúa el anterior`)
    if (huellaDe(canonico(dicho)) !== huella) falla(posicion, `${nombre}: su huella no es la de su contenido`)
    tamano = posicion
    anterior = huella
    hojas.agregar(huella)
    raices.set(tamano, hojas.raiz())
    const llave = `${tabla} ${clave}`
    const previos = ultimos.get(llave)?.previos ?? []
    ultimos.set(llave, { fila, previos: [...previos, { dicho, sal, reservados, nombre }] })
    if (sal === null) sinSal.push({ posicion, nombre })
    if (fila?.tipo === "bitacora.testada")
      for (const una of fila.despues.posiciones) enEvento.push([una, una])
    if (fila?.tipo === "bitacora.depurada") for (const rango of fila.despues.rangos) enEvento.push(rango)
  }
  const testadas = sinSal.map(({ posicion }) => posicion)
  for (const { posicion, nombre } of sinSal)
    if (!enEvento.some(([desde, hasta]) => desde <= posicion && posicion <= hasta))
      falla(posicion, `${nombre}: ningún evento dice que se testó`)
  for (const { fila, previos } of ultimos.values()) {
    // An event and an acuse are sealed once: a later link is of what was left of a text, and all else is as it was.
    const unaVez = ["evento", "acuse"].includes(previos[0].dicho.tabla)
    for (const [i, { dicho, sal, reservados, nombre }] of previos.entries()) {
      const { posicion } = dicho
      const ultimo = i === previos.length - 1
      if (!ultimo && !unaVez) continue
      if (!ultimo && sal !== null) falla(posicion, `${nombre}: se selló otra vez sin testarse`)
      const textos = Object.keys(reservados).filter((campo) => sal === null || (fila && campo in fila))
      const huella = (campo) => (sal === null ? reservados[campo] : huellaDe(sal + canonico(fila[campo])))
      const vista = { ...fila, ...Object.fromEntries(textos.map((campo) => [campo, huella(campo)])) }
      if (!fila) falla(posicion, `${nombre}: falta la fila`)
      else if (huellaDe(canonico(vista)) !== dicho.huella_fila) falla(posicion, `${nombre}: la fila cambió`)
      else if (ultimo && sal === null && textos.some((campo) => campo in fila))
        falla(posicion, `${nombre}: su texto no es el que se selló`)
    }
  }
  for (const { tamano: habia, raiz, fecha } of cabezas) {
    if (habia > tamano) falla(Infinity, `cabeza ${fecha}: había ${habia} eslabones y hay ${tamano}`)
    else if (raices.get(habia) !== raiz) falla(Infinity, `cabeza ${fecha}: su raíz es otra`)
  }
  const fallas = halladas.sort((a, b) => a.posicion - b.posicion).map(({ texto }) => texto)
  return { fallas, tamano, raiz: hojas.raiz(), cabezas: cabezas.length, testadas }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [archivo, ...dichas] = process.argv.slice(2)
  const partes = dichas.map((una) => una.split(":"))
  const publicadas = partes.map(([tamano, raiz]) => ({ tamano: Number(tamano), raiz }))
  const lineas = createInterface({ input: createReadStream(archivo) })
  const { fallas, tamano, raiz, testadas } = await verificar(lineas, publicadas)
  const rota = fallas.length > 0
  const sinTexto = testadas.length > 0 ? `Sin su texto, por testado: ${testadas.join(", ")}\n` : ""
  process.stdout.write(
    rota ? `ROTA\n${fallas.join("\n")}\n` : `Íntegra: ${tamano} eslabones, raíz ${raiz}\n${sinTexto}`,
  )
  process.exitCode = rota ? 1 : 0
}
