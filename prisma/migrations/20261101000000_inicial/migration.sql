-- CreateEnum
CREATE TYPE "origen" AS ENUM ('registro', 'comunicado', 'demo');

-- CreateEnum
CREATE TYPE "difusion" AS ENUM ('interna', 'integrantes', 'publica');

-- CreateEnum
CREATE TYPE "tipo_organo" AS ENUM ('comision', 'subcomision', 'grupo_de_trabajo');

-- CreateEnum
CREATE TYPE "rol_integrante" AS ENUM ('presidencia', 'integrante', 'participante');

-- CreateEnum
CREATE TYPE "calidad" AS ENUM ('presidencia', 'secretaria_tecnica', 'titular', 'suplente', 'enlace', 'participante', 'administracion_tecnica');

-- CreateEnum
CREATE TYPE "tipo_sesion" AS ENUM ('ordinaria', 'extraordinaria');

-- CreateEnum
CREATE TYPE "estado_sesion" AS ENUM ('programada', 'convocada', 'diferida', 'cancelada', 'sin_quorum', 'instalada', 'receso', 'clausurada');

-- CreateEnum
CREATE TYPE "modalidad" AS ENUM ('presencial', 'remota', 'mixta');

-- CreateEnum
CREATE TYPE "seccion_hecho" AS ENUM ('naturaleza', 'desarrollo', 'participacion', 'mensaje');

-- CreateEnum
CREATE TYPE "estado_punto" AS ENUM ('propuesto', 'incluido', 'desahogado', 'retirado', 'diferido');

-- CreateEnum
CREATE TYPE "tipo_resultado" AS ENUM ('aprobacion', 'eleccion');

-- CreateEnum
CREATE TYPE "calidad_asistencia" AS ENUM ('preside', 'presente', 'representada', 'ausente');

-- CreateEnum
CREATE TYPE "tipo_acuerdo" AS ENUM ('con_seguimiento', 'informativo', 'permanente');

-- CreateEnum
CREATE TYPE "estado_acuerdo" AS ENUM ('vigente', 'atendido', 'cancelado');

-- CreateEnum
CREATE TYPE "estado_compromiso" AS ENUM ('pendiente', 'en_proceso', 'en_validacion', 'atendido', 'cancelado', 'permanente');

-- CreateEnum
CREATE TYPE "ambito_inhabil" AS ENUM ('base', 'organo', 'institucion');

-- CreateEnum
CREATE TYPE "adapter_id" AS ENUM ('slack', 'discord', 'consola');

-- CreateEnum
CREATE TYPE "plataforma" AS ENUM ('slack', 'discord', 'consola', 'cli', 'sistema');

-- CreateEnum
CREATE TYPE "audiencia" AS ENUM ('institucion', 'integrantes', 'secretaria_tecnica', 'publica');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('pending', 'sending', 'accepted', 'uncertain', 'rejected', 'expired', 'cancelled');

-- CreateEnum
CREATE TYPE "delivery_purpose" AS ENUM ('recordatorio', 'resumen', 'aviso', 'prueba');

-- CreateTable
CREATE TABLE "organo" (
    "id" UUID NOT NULL,
    "clave" TEXT NOT NULL,
    "tipo" "tipo_organo" NOT NULL,
    "nombre_oficial" TEXT NOT NULL,
    "nombre_corto" TEXT NOT NULL,
    "padre_id" UUID,
    "zona" TEXT NOT NULL,
    "objetivo" TEXT,
    "origen" "origen" NOT NULL,

    CONSTRAINT "organo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "perfil_reglas" (
    "id" UUID NOT NULL,
    "organo_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "vigente_desde" DATE NOT NULL,
    "reglas" JSONB NOT NULL,

    CONSTRAINT "perfil_reglas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "institucion" (
    "id" UUID NOT NULL,
    "siglas" TEXT NOT NULL,
    "nombre" TEXT NOT NULL,
    "vigente_desde" DATE,
    "vigente_hasta" DATE,
    "sucesora_id" UUID,
    "origen" "origen" NOT NULL,

    CONSTRAINT "institucion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alias_institucion" (
    "id" UUID NOT NULL,
    "institucion_id" UUID NOT NULL,
    "texto" TEXT NOT NULL,
    "desde" DATE,
    "hasta" DATE,

    CONSTRAINT "alias_institucion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrante" (
    "id" UUID NOT NULL,
    "organo_id" UUID NOT NULL,
    "institucion_id" UUID NOT NULL,
    "con_voto" BOOLEAN NOT NULL,
    "rol" "rol_integrante" NOT NULL,
    "fundamento" TEXT,
    "desde" DATE,
    "hasta" DATE,

    CONSTRAINT "integrante_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "persona" (
    "id" UUID NOT NULL,
    "clave" TEXT NOT NULL,
    "nombre" TEXT NOT NULL,
    "titulo" TEXT,
    "cargo" TEXT,
    "origen" "origen" NOT NULL,

    CONSTRAINT "persona_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "designacion" (
    "id" UUID NOT NULL,
    "persona_id" UUID NOT NULL,
    "organo_id" UUID NOT NULL,
    "institucion_id" UUID,
    "calidad" "calidad" NOT NULL,
    "oficio" TEXT,
    "desde" DATE NOT NULL,
    "hasta" DATE,

    CONSTRAINT "designacion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cuenta_chat" (
    "id" UUID NOT NULL,
    "adapter" "adapter_id" NOT NULL,
    "workspace" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "persona_id" UUID NOT NULL,
    "vinculada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cuenta_chat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "canal" (
    "id" UUID NOT NULL,
    "clave" TEXT NOT NULL,
    "nombre" TEXT NOT NULL,
    "adapter" "adapter_id" NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "audiencia" "audiencia" NOT NULL,
    "organo_id" UUID NOT NULL,
    "institucion_id" UUID,
    "activo" BOOLEAN NOT NULL DEFAULT true,
    "origen" "origen" NOT NULL,

    CONSTRAINT "canal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sesion" (
    "id" UUID NOT NULL,
    "organo_id" UUID NOT NULL,
    "clave" TEXT NOT NULL,
    "tipo" "tipo_sesion" NOT NULL,
    "numero" INTEGER NOT NULL,
    "etiqueta" TEXT NOT NULL,
    "fecha" DATE,
    "hora" TEXT,
    "hora_fin" TEXT,
    "modalidad" "modalidad",
    "sede" TEXT,
    "url" TEXT,
    "estado" "estado_sesion" NOT NULL,
    "convocada_el" DATE,
    "nombre_organo_en_documento" TEXT,
    "lugar_y_fecha_documento" TEXT,
    "plenaria" BOOLEAN,
    "difusion" "difusion" NOT NULL,
    "origen" "origen" NOT NULL,

    CONSTRAINT "sesion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hecho_sesion" (
    "id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "orden" INTEGER NOT NULL,
    "seccion" "seccion_hecho" NOT NULL,
    "texto" TEXT NOT NULL,

    CONSTRAINT "hecho_sesion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "punto_orden_dia" (
    "id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "orden" INTEGER NOT NULL,
    "numero" TEXT,
    "titulo" TEXT NOT NULL,
    "estado" "estado_punto" NOT NULL,
    "resultado_tipo" "tipo_resultado",
    "resultado_texto" TEXT,
    "institucion_proponente_id" UUID,
    "difusion" "difusion" NOT NULL,
    "origen" "origen" NOT NULL,

    CONSTRAINT "punto_orden_dia_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asistencia" (
    "id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "orden" INTEGER NOT NULL,
    "institucion_id" UUID,
    "persona_nombre" TEXT,
    "persona_titulo" TEXT,
    "persona_cargo" TEXT,
    "nombre_en_documento" TEXT,
    "calidad" "calidad_asistencia" NOT NULL,
    "caracter" TEXT,
    "origen" "origen" NOT NULL,

    CONSTRAINT "asistencia_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acuerdo" (
    "id" UUID NOT NULL,
    "organo_id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "punto_id" UUID,
    "clave" TEXT NOT NULL,
    "clave_normalizada" TEXT NOT NULL,
    "numero" INTEGER NOT NULL,
    "texto" TEXT NOT NULL,
    "tipo" "tipo_acuerdo" NOT NULL,
    "estado" "estado_acuerdo" NOT NULL,
    "difusion" "difusion" NOT NULL,
    "origen" "origen" NOT NULL,

    CONSTRAINT "acuerdo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "compromiso" (
    "id" UUID NOT NULL,
    "acuerdo_id" UUID NOT NULL,
    "clave" TEXT NOT NULL,
    "institucion_id" UUID,
    "texto" TEXT NOT NULL,
    "fecha_compromiso" DATE,
    "fecha_reprogramada" DATE,
    "fecha_vigente" DATE,
    "estado" "estado_compromiso" NOT NULL,
    "origen" "origen" NOT NULL,

    CONSTRAINT "compromiso_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avance" (
    "id" UUID NOT NULL,
    "compromiso_id" UUID NOT NULL,
    "texto" TEXT NOT NULL,
    "url" TEXT,
    "persona_id" UUID,
    "registrado_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "avance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dia_inhabil" (
    "id" UUID NOT NULL,
    "fecha" DATE NOT NULL,
    "ambito" "ambito_inhabil" NOT NULL,
    "organo_id" UUID,
    "institucion_id" UUID,
    "motivo" TEXT NOT NULL,
    "por_acuerdo" BOOLEAN NOT NULL,

    CONSTRAINT "dia_inhabil_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "purpose" "delivery_purpose" NOT NULL,
    "organo_id" UUID NOT NULL,
    "canal_id" UUID NOT NULL,
    "adapter" "adapter_id" NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "card" JSONB NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "why" TEXT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "keeps_turn" BOOLEAN NOT NULL DEFAULT false,
    "receipts" JSONB NOT NULL DEFAULT '[]',
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "lease" UUID,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_event" (
    "adapter" "adapter_id" NOT NULL,
    "event_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbound_event_pkey" PRIMARY KEY ("adapter","event_id")
);

-- CreateTable
CREATE TABLE "evento" (
    "id" UUID NOT NULL,
    "secuencia" BIGSERIAL NOT NULL,
    "tipo" TEXT NOT NULL,
    "objeto" TEXT NOT NULL,
    "organo_id" UUID,
    "persona_id" UUID,
    "plataforma" "plataforma" NOT NULL,
    "antes" JSONB,
    "despues" JSONB,
    "instante" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evento_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consola_mensaje" (
    "id" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "card" JSONB NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consola_mensaje_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organo_clave_key" ON "organo"("clave");

-- CreateIndex
CREATE INDEX "organo_padre_id_idx" ON "organo"("padre_id");

-- CreateIndex
CREATE UNIQUE INDEX "perfil_reglas_organo_id_version_key" ON "perfil_reglas"("organo_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "perfil_reglas_organo_id_vigente_desde_key" ON "perfil_reglas"("organo_id", "vigente_desde");

-- CreateIndex
CREATE UNIQUE INDEX "institucion_siglas_key" ON "institucion"("siglas");

-- CreateIndex
CREATE INDEX "institucion_sucesora_id_idx" ON "institucion"("sucesora_id");

-- CreateIndex
CREATE UNIQUE INDEX "alias_institucion_institucion_id_texto_key" ON "alias_institucion"("institucion_id", "texto");

-- CreateIndex
CREATE INDEX "integrante_institucion_id_idx" ON "integrante"("institucion_id");

-- CreateIndex
CREATE UNIQUE INDEX "integrante_organo_id_institucion_id_desde_key" ON "integrante"("organo_id", "institucion_id", "desde");

-- CreateIndex
CREATE UNIQUE INDEX "persona_clave_key" ON "persona"("clave");

-- CreateIndex
CREATE INDEX "designacion_organo_id_idx" ON "designacion"("organo_id");

-- CreateIndex
CREATE INDEX "designacion_institucion_id_idx" ON "designacion"("institucion_id");

-- CreateIndex
CREATE UNIQUE INDEX "designacion_persona_id_organo_id_calidad_institucion_id_des_key" ON "designacion"("persona_id", "organo_id", "calidad", "institucion_id", "desde");

-- CreateIndex
CREATE INDEX "cuenta_chat_persona_id_idx" ON "cuenta_chat"("persona_id");

-- CreateIndex
CREATE UNIQUE INDEX "cuenta_chat_adapter_workspace_user_key" ON "cuenta_chat"("adapter", "workspace", "user");

-- CreateIndex
CREATE UNIQUE INDEX "canal_clave_key" ON "canal"("clave");

-- CreateIndex
CREATE INDEX "canal_organo_id_idx" ON "canal"("organo_id");

-- CreateIndex
CREATE INDEX "canal_institucion_id_idx" ON "canal"("institucion_id");

-- CreateIndex
CREATE UNIQUE INDEX "canal_adapter_workspace_channel_key" ON "canal"("adapter", "workspace", "channel");

-- CreateIndex
CREATE INDEX "sesion_organo_id_fecha_idx" ON "sesion"("organo_id", "fecha");

-- CreateIndex
CREATE UNIQUE INDEX "sesion_organo_id_clave_key" ON "sesion"("organo_id", "clave");

-- CreateIndex
CREATE UNIQUE INDEX "hecho_sesion_sesion_id_orden_key" ON "hecho_sesion"("sesion_id", "orden");

-- CreateIndex
CREATE INDEX "punto_orden_dia_institucion_proponente_id_idx" ON "punto_orden_dia"("institucion_proponente_id");

-- CreateIndex
CREATE UNIQUE INDEX "punto_orden_dia_sesion_id_orden_key" ON "punto_orden_dia"("sesion_id", "orden");

-- CreateIndex
CREATE INDEX "asistencia_institucion_id_idx" ON "asistencia"("institucion_id");

-- CreateIndex
CREATE UNIQUE INDEX "asistencia_sesion_id_orden_key" ON "asistencia"("sesion_id", "orden");

-- CreateIndex
CREATE INDEX "acuerdo_sesion_id_idx" ON "acuerdo"("sesion_id");

-- CreateIndex
CREATE INDEX "acuerdo_punto_id_idx" ON "acuerdo"("punto_id");

-- CreateIndex
CREATE UNIQUE INDEX "acuerdo_organo_id_clave_key" ON "acuerdo"("organo_id", "clave");

-- CreateIndex
CREATE UNIQUE INDEX "acuerdo_organo_id_clave_normalizada_key" ON "acuerdo"("organo_id", "clave_normalizada");

-- CreateIndex
CREATE UNIQUE INDEX "compromiso_clave_key" ON "compromiso"("clave");

-- CreateIndex
CREATE INDEX "compromiso_acuerdo_id_idx" ON "compromiso"("acuerdo_id");

-- CreateIndex
CREATE INDEX "compromiso_estado_fecha_vigente_idx" ON "compromiso"("estado", "fecha_vigente");

-- CreateIndex
CREATE INDEX "compromiso_institucion_id_estado_fecha_vigente_idx" ON "compromiso"("institucion_id", "estado", "fecha_vigente");

-- CreateIndex
CREATE INDEX "avance_compromiso_id_registrado_en_idx" ON "avance"("compromiso_id", "registrado_en");

-- CreateIndex
CREATE INDEX "avance_persona_id_idx" ON "avance"("persona_id");

-- CreateIndex
CREATE INDEX "dia_inhabil_organo_id_idx" ON "dia_inhabil"("organo_id");

-- CreateIndex
CREATE INDEX "dia_inhabil_institucion_id_idx" ON "dia_inhabil"("institucion_id");

-- CreateIndex
CREATE UNIQUE INDEX "dia_inhabil_fecha_ambito_organo_id_institucion_id_key" ON "dia_inhabil"("fecha", "ambito", "organo_id", "institucion_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_sequence_key" ON "delivery"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_key_key" ON "delivery"("key");

-- CreateIndex
CREATE INDEX "delivery_state_adapter_workspace_channel_sequence_idx" ON "delivery"("state", "adapter", "workspace", "channel", "sequence");

-- CreateIndex
CREATE INDEX "delivery_state_expires_at_idx" ON "delivery"("state", "expires_at");

-- CreateIndex
CREATE INDEX "delivery_state_lease_until_idx" ON "delivery"("state", "lease_until");

-- CreateIndex
CREATE INDEX "delivery_organo_id_sequence_idx" ON "delivery"("organo_id", "sequence");

-- CreateIndex
CREATE INDEX "delivery_canal_id_idx" ON "delivery"("canal_id");

-- CreateIndex
CREATE INDEX "inbound_event_received_at_idx" ON "inbound_event"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "evento_secuencia_key" ON "evento"("secuencia");

-- CreateIndex
CREATE INDEX "evento_objeto_secuencia_idx" ON "evento"("objeto", "secuencia");

-- CreateIndex
CREATE INDEX "evento_organo_id_idx" ON "evento"("organo_id");

-- CreateIndex
CREATE INDEX "evento_persona_id_idx" ON "evento"("persona_id");

-- CreateIndex
CREATE INDEX "consola_mensaje_channel_id_idx" ON "consola_mensaje"("channel", "id");

-- CreateIndex
CREATE UNIQUE INDEX "consola_mensaje_channel_key_key" ON "consola_mensaje"("channel", "key");

-- AddForeignKey
ALTER TABLE "organo" ADD CONSTRAINT "organo_padre_id_fkey" FOREIGN KEY ("padre_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "perfil_reglas" ADD CONSTRAINT "perfil_reglas_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institucion" ADD CONSTRAINT "institucion_sucesora_id_fkey" FOREIGN KEY ("sucesora_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alias_institucion" ADD CONSTRAINT "alias_institucion_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrante" ADD CONSTRAINT "integrante_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrante" ADD CONSTRAINT "integrante_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "designacion" ADD CONSTRAINT "designacion_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "designacion" ADD CONSTRAINT "designacion_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "designacion" ADD CONSTRAINT "designacion_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cuenta_chat" ADD CONSTRAINT "cuenta_chat_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canal" ADD CONSTRAINT "canal_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canal" ADD CONSTRAINT "canal_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sesion" ADD CONSTRAINT "sesion_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hecho_sesion" ADD CONSTRAINT "hecho_sesion_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "punto_orden_dia" ADD CONSTRAINT "punto_orden_dia_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "punto_orden_dia" ADD CONSTRAINT "punto_orden_dia_institucion_proponente_id_fkey" FOREIGN KEY ("institucion_proponente_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asistencia" ADD CONSTRAINT "asistencia_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asistencia" ADD CONSTRAINT "asistencia_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acuerdo" ADD CONSTRAINT "acuerdo_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acuerdo" ADD CONSTRAINT "acuerdo_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acuerdo" ADD CONSTRAINT "acuerdo_punto_id_fkey" FOREIGN KEY ("punto_id") REFERENCES "punto_orden_dia"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compromiso" ADD CONSTRAINT "compromiso_acuerdo_id_fkey" FOREIGN KEY ("acuerdo_id") REFERENCES "acuerdo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compromiso" ADD CONSTRAINT "compromiso_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avance" ADD CONSTRAINT "avance_compromiso_id_fkey" FOREIGN KEY ("compromiso_id") REFERENCES "compromiso"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avance" ADD CONSTRAINT "avance_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dia_inhabil" ADD CONSTRAINT "dia_inhabil_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dia_inhabil" ADD CONSTRAINT "dia_inhabil_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_canal_id_fkey" FOREIGN KEY ("canal_id") REFERENCES "canal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evento" ADD CONSTRAINT "evento_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evento" ADD CONSTRAINT "evento_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
