import { z } from "zod"
import { confirmarCanal } from "../../app/canal/cambiar.ts"
import { lecturaDe } from "../../app/canal/mirado.ts"
import {
  canalConfirmadoCard,
  confirmarCanalCard,
  nadaPorConfirmarEnCanalCard,
} from "../../cards/canal/por-confirmar.ts"
import { canalSinRegistrarCard } from "../../cards/canal/registro.ts"
import { lecturaMostrada } from "../../domain/canal/lectura.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { plural } from "../../texts/plurales.ts"
import { defineCommand } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { canalPropio, porSalir } from "./editar.ts"
import { leenOption } from "./registrar.ts"

export const plenariaCanalConfirmarCommand = defineCommand({
  name: "plenaria",
  subcommand: "canal-confirmar",
  synonyms: ["confirmar canal"],
  summary: "Confirma un canal que ahora leen más personas, para que salga lo que espera",
  audience: "secretaria_tecnica",
  options: z.object({
    canal: referencia({ summary: "clave del canal", completes: "institucion", rest: true, label: "Canal" }),
    leen: leenOption,
  }),
  async run(context, options) {
    const found = await canalPropio(context, options.canal)
    if ("card" in found) return found
    const { canal } = found
    const { organo, data, plataformas } = context
    const condicion = await data.fresh.condicionesCanal.de(canal.id)
    if (condicion === null || condicion.porConfirmarDesde === null)
      return { card: nadaPorConfirmarEnCanalCard({ organo, canal }) }
    const lugar = await context.conexiones.mirar(canal)
    if (lugar.kind === "unusable")
      return { card: canalSinRegistrarCard(organo, { kind: "inservible", reason: lugar.reason }) }
    // Guests are only told of when they come in: those that came may still be there.
    const invitados = condicion.cambios.includes("invitados") ? true : condicion.invitados
    const visto = { ...lecturaDe(lugar), invitados, nombre: lugar.name }
    const leen = lecturaMostrada(visto)
    if (!context.confirmed || options.leen !== leen) {
      const n = await porSalir(context, canal)
      const institucion = await data.read.instituciones.byId(canal.institucionId ?? "")
      const card = confirmarCanalCard({
        organo,
        canal,
        institucion,
        plataforma: nombrePlataforma(plataformas, canal.adapter),
        visto,
        esperan:
          n === 0
            ? "Nada espera salir hacia él."
            : `${plural(n, "mensaje espera y saldrá", "mensajes esperan y saldrán")} al confirmarlo, si aún es útil.`,
      })
      return {
        question: { card, answers: [{ label: "Confirmar el canal", values: { leen }, confirms: true }] },
      }
    }
    const confirmado = await confirmarCanal(actuacionOf(context), canal, visto)
    return {
      card: confirmado
        ? canalConfirmadoCard({ organo, canal })
        : nadaPorConfirmarEnCanalCard({ organo, canal }),
    }
  },
})
