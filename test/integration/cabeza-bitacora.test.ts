import { execFileSync, spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { ArbolDeHuellas, asentarCabezaDelDia } from "../../src/app/dia/cabeza.ts"
import { planearCabeza } from "../../src/app/dia/cabeza-planear.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { timeStampAuthority } from "../../src/http/sello-de-tiempo.ts"
import { closeServer, listen, urlOf } from "../../src/http/server.ts"
import type { TestDatabase } from "../support/database.ts"
import { createTestDatabase } from "../support/database.ts"
import { createDemoDatabase } from "../support/demo-database.ts"

const NOW = "2035-06-04T16:00:00.000Z"
const clock = { now: () => NOW }
const conOpenssl = spawnSync("openssl", ["version"]).status === 0
const { verificar } = await import(new URL("../../docs/verificar-bitacora.mjs", import.meta.url).href)

describe("the tree", () => {
  it("has the roots of RFC 6962, as its known test vectors have them", () => {
    const hojas = [
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f",
    ]
    const raices = [
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
    const arbol = new ArbolDeHuellas()
    const vistas = [arbol.raiz()]
    for (const hoja of hojas) {
      arbol.agregar(hoja)
      vistas.push(arbol.raiz())
    }
    expect(vistas).toEqual(raices)
    expect(arbol.tamano).toBe(8)
  })
})

describe("the head of a day", () => {
  let database: TestDatabase
  let carpeta: string
  let server: Server
  let url: string
  let contesta: (query: Buffer) => Buffer | null = () => null

  beforeAll(async () => {
    database = await createDemoDatabase(NOW)
    if (conOpenssl) carpeta = autoridadDePrueba()
    server = await listen(
      createServer((request, response) => {
        const parts: Buffer[] = []
        request.on("data", (part: Buffer) => void parts.push(part))
        request.on("end", () => {
          const answer = contesta(Buffer.concat(parts))
          response.writeHead(answer === null ? 503 : 200, { "content-type": "application/timestamp-reply" })
          response.end(answer)
        })
      }),
      0,
      "127.0.0.1",
    )
    url = urlOf(server, "127.0.0.1")
  })
  afterAll(async () => {
    await closeServer(server)
    await database.close()
  })
  const autoridad = () => timeStampAuthority(url)

  it("is told to the Secretaría Técnica though the authority fails, and says so", async () => {
    const { cabeza, falla } = await asentarCabezaDelDia({
      data: database.unitOfWork,
      clock,
      autoridad: autoridad(),
    })
    expect(falla).toContain("HTTP 503")
    const [organo] = await database.unitOfWork.read.organos.all()
    if (organo === undefined) throw new Error("no body")
    const plan = await planearCabeza({ data: database.unitOfWork, now: NOW }, organo)
    expect(plan.map(({ canal }) => canal.audiencia)).toEqual(["secretaria_tecnica"])
    const text = renderPlainText(
      plan[0]?.delivery.card ?? { title: "", tone: "aviso", blocks: [], actions: [] },
    )
    expect(text).toContain(`${cabeza.tamano}:${cabeza.raiz}`)
    expect(text).toContain("aún no la ha sellado")
    const despues = await planearCabeza(
      { data: database.unitOfWork, now: "2035-06-08T16:00:00.000Z" },
      organo,
    )
    expect(despues).toEqual([])
  })

  it.skipIf(!conOpenssl)("is not dated by an answer about something else, nor by a refusal", async () => {
    const otra = execFileSync("openssl", [
      "ts",
      "-query",
      "-data",
      join(carpeta, "tsa.cnf"),
      "-sha256",
      "-cert",
    ])
    contesta = () => sellar(carpeta, otra)
    const deps = { data: database.unitOfWork, clock, autoridad: autoridad() }
    expect((await asentarCabezaDelDia(deps)).falla).toContain("de otra cosa")
    contesta = () => Buffer.from("30053003020102", "hex")
    expect((await asentarCabezaDelDia(deps)).falla).toContain("no concedió")
  })

  it.skipIf(!conOpenssl)(
    "is dated by an authority as OpenSSL checks it, once, and exported with it",
    async () => {
      let asked = 0
      contesta = (query) => {
        asked += 1
        return sellar(carpeta, query)
      }
      const deps = { data: database.unitOfWork, clock, autoridad: autoridad() }
      const { cabeza, falla } = await asentarCabezaDelDia(deps)
      expect(falla).toBeNull()
      expect((await asentarCabezaDelDia(deps)).cabeza).toEqual(cabeza)
      expect(asked).toBe(1)
      const sello = await database.unitOfWork.read.registro.sello(cabeza.fecha)
      const archivo = join(carpeta, "sello.tsr")
      writeFileSync(archivo, sello?.respuesta ?? "")
      const check = (raiz: string) =>
        spawnSync("openssl", [
          "ts",
          "-verify",
          "-in",
          archivo,
          "-digest",
          raiz,
          "-CAfile",
          join(carpeta, "ca.pem"),
        ])
      expect(check(cabeza.raiz).status).toBe(0)
      expect(check("0".repeat(64)).status).not.toBe(0)

      const lineas: string[] = []
      await database.unitOfWork.read.registro.exportar((linea) => void lineas.push(linea))
      // As docs/operacion.md takes them out of the export, with grep and sed.
      const exportada = lineas.filter((linea) => linea.startsWith('{"cabeza"')).at(-1) ?? ""
      expect(/"raiz": "([^"]+)"/u.exec(exportada)?.[1]).toBe(cabeza.raiz)
      expect(/"sello": "([^"]+)"/u.exec(exportada)?.[1]).toBe(
        Buffer.from(sello?.respuesta ?? []).toString("base64"),
      )
      expect(await verificar(lineas)).toMatchObject({ fallas: [], cabezas: 1 })
      const rehecha = lineas.filter((linea) => !linea.includes('"posicion": 1,'))
      expect((await verificar(rehecha)).fallas.join()).toContain(`cabeza ${cabeza.fecha}`)
    },
  )

  it("of a log with nothing in it is that of an empty tree", async () => {
    const vacia = await createTestDatabase()
    try {
      const { cabeza } = await asentarCabezaDelDia({ data: vacia.unitOfWork, clock })
      expect(cabeza).toMatchObject({ tamano: 0, autoridad: null })
      const lineas: string[] = []
      await vacia.unitOfWork.read.registro.exportar((linea) => void lineas.push(linea))
      expect((await verificar(lineas)).fallas).toEqual([])
    } finally {
      await vacia.close()
    }
  })
})

/** A time-stamping authority of OpenSSL, with a certificate that it signs itself. */
function autoridadDePrueba(): string {
  const carpeta = join(inject("scratch"), `tsa-${process.pid}`)
  mkdirSync(carpeta, { recursive: true })
  writeFileSync(
    join(carpeta, "tsa.cnf"),
    `[req]
distinguished_name = dn
[dn]
[ext]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[tsa]
default_tsa = una
[una]
serial = ${carpeta}/serial
signer_cert = ${carpeta}/ca.pem
signer_key = ${carpeta}/key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
`,
  )
  writeFileSync(join(carpeta, "serial"), "01")
  execFileSync(
    "openssl",
    [
      ..."req -x509 -newkey rsa:2048 -nodes -days 9999 -subj /CN=Prueba -extensions ext -config".split(" "),
      join(carpeta, "tsa.cnf"),
      "-keyout",
      join(carpeta, "key.pem"),
      "-out",
      join(carpeta, "ca.pem"),
    ],
    { stdio: "ignore" },
  )
  return carpeta
}

function sellar(carpeta: string, query: Buffer): Buffer {
  const [pregunta, respuesta] = [join(carpeta, "q.tsq"), join(carpeta, "r.tsr")]
  writeFileSync(pregunta, query)
  const config = ["-config", join(carpeta, "tsa.cnf")]
  execFileSync("openssl", ["ts", "-reply", "-queryfile", pregunta, ...config, "-out", respuesta], {
    stdio: "ignore",
  })
  return readFileSync(respuesta)
}
