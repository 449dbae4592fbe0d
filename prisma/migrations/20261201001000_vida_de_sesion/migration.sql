-- CreateEnum
CREATE TYPE "tipo_convocatoria" AS ENUM ('convocatoria', 'rectificacion', 'diferimiento', 'cancelacion', 'segunda_convocatoria');

-- CreateEnum
CREATE TYPE "respuesta_asistencia" AS ENUM ('titular', 'suplente', 'no_asistira');

-- CreateEnum
CREATE TYPE "modo_votacion" AS ENUM ('economica', 'nominal', 'cedula');

-- CreateEnum
CREATE TYPE "sentido_voto" AS ENUM ('a_favor', 'en_contra', 'abstencion');

-- CreateEnum
CREATE TYPE "estado_resumen" AS ENUM ('borrador', 'aprobado', 'publicado');

-- AlterTable
ALTER TABLE "punto_orden_dia" ADD COLUMN     "antecedente_id" UUID,
ADD COLUMN     "fusionado_en_id" UUID,
ADD COLUMN     "motivo" TEXT;

-- AlterTable
ALTER TABLE "sesion" ADD COLUMN     "clausurada_en" TIMESTAMPTZ(3),
ADD COLUMN     "instalada_en" TIMESTAMPTZ(3),
ADD COLUMN     "llamado" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "punto_en_curso_id" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "convocatoria" (
    "id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "tipo" "tipo_convocatoria" NOT NULL,
    "motivo" TEXT,
    "contenido" JSONB NOT NULL,
    "persona_id" UUID NOT NULL,
    "enviada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "convocatoria_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrante_sesion" (
    "sesion_id" UUID NOT NULL,
    "institucion_id" UUID NOT NULL,
    "con_voto" BOOLEAN NOT NULL,
    "rol" "rol_integrante" NOT NULL,

    CONSTRAINT "integrante_sesion_pkey" PRIMARY KEY ("sesion_id","institucion_id")
);

-- CreateTable
CREATE TABLE "acuse" (
    "id" UUID NOT NULL,
    "convocatoria_id" UUID NOT NULL,
    "institucion_id" UUID NOT NULL,
    "persona_id" UUID NOT NULL,
    "plataforma" "plataforma" NOT NULL,
    "instante" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acuse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmacion_asistencia" (
    "id" UUID NOT NULL,
    "secuencia" BIGSERIAL NOT NULL,
    "sesion_id" UUID NOT NULL,
    "institucion_id" UUID NOT NULL,
    "respuesta" "respuesta_asistencia" NOT NULL,
    "remota" BOOLEAN,
    "nombre" TEXT,
    "cargo" TEXT,
    "oficio" TEXT,
    "persona_id" UUID NOT NULL,
    "plataforma" "plataforma" NOT NULL,
    "instante" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "confirmacion_asistencia_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registro_asistencia" (
    "id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "institucion_id" UUID NOT NULL,
    "llamado" INTEGER NOT NULL,
    "calidad" "respuesta_asistencia" NOT NULL,
    "remota" BOOLEAN NOT NULL,
    "nombre" TEXT,
    "cargo" TEXT,
    "oficio" TEXT,
    "llegada" TIMESTAMPTZ(3) NOT NULL,
    "salida" TIMESTAMPTZ(3),

    CONSTRAINT "registro_asistencia_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "documento" (
    "id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "punto_id" UUID,
    "institucion_id" UUID,
    "nombre" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "huella" TEXT,
    "difusion" "difusion" NOT NULL,
    "reemplaza_id" UUID,
    "persona_id" UUID NOT NULL,
    "registrado_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "documento_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "votacion" (
    "id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "punto_id" UUID,
    "acuerdo_id" UUID,
    "texto" TEXT NOT NULL,
    "modo" "modo_votacion" NOT NULL,
    "resultado" JSONB,
    "abierta_en" TIMESTAMPTZ(3) NOT NULL,
    "cerrada_en" TIMESTAMPTZ(3),

    CONSTRAINT "votacion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voto" (
    "votacion_id" UUID NOT NULL,
    "institucion_id" UUID NOT NULL,
    "sentido" "sentido_voto" NOT NULL,
    "voto_particular" TEXT,
    "persona_id" UUID NOT NULL,
    "plataforma" "plataforma" NOT NULL,
    "instante" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "voto_pkey" PRIMARY KEY ("votacion_id","institucion_id")
);

-- CreateTable
CREATE TABLE "resumen_sesion" (
    "id" UUID NOT NULL,
    "sesion_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "estado" "estado_resumen" NOT NULL,
    "contenido" JSONB NOT NULL,
    "motivo" TEXT,
    "persona_id" UUID NOT NULL,
    "creado_en" TIMESTAMPTZ(3) NOT NULL,
    "publicado_en" TIMESTAMPTZ(3),

    CONSTRAINT "resumen_sesion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suscripcion_calendario" (
    "id" UUID NOT NULL,
    "huella" TEXT NOT NULL,
    "organo_id" UUID NOT NULL,
    "institucion_id" UUID,
    "persona_id" UUID NOT NULL,
    "creada_en" TIMESTAMPTZ(3) NOT NULL,
    "revocada_en" TIMESTAMPTZ(3),

    CONSTRAINT "suscripcion_calendario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "borrador_formulario" (
    "id" TEXT NOT NULL,
    "adapter" "adapter_id" NOT NULL,
    "form_id" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "valores" JSONB NOT NULL,
    "creado_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "borrador_formulario_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "convocatoria_persona_id_idx" ON "convocatoria"("persona_id");

-- CreateIndex
CREATE UNIQUE INDEX "convocatoria_sesion_id_version_key" ON "convocatoria"("sesion_id", "version");

-- CreateIndex
CREATE INDEX "integrante_sesion_institucion_id_idx" ON "integrante_sesion"("institucion_id");

-- CreateIndex
CREATE INDEX "acuse_institucion_id_idx" ON "acuse"("institucion_id");

-- CreateIndex
CREATE INDEX "acuse_persona_id_idx" ON "acuse"("persona_id");

-- CreateIndex
CREATE UNIQUE INDEX "acuse_convocatoria_id_institucion_id_key" ON "acuse"("convocatoria_id", "institucion_id");

-- CreateIndex
CREATE UNIQUE INDEX "confirmacion_asistencia_secuencia_key" ON "confirmacion_asistencia"("secuencia");

-- CreateIndex
CREATE INDEX "confirmacion_asistencia_sesion_id_institucion_id_secuencia_idx" ON "confirmacion_asistencia"("sesion_id", "institucion_id", "secuencia");

-- CreateIndex
CREATE INDEX "confirmacion_asistencia_institucion_id_idx" ON "confirmacion_asistencia"("institucion_id");

-- CreateIndex
CREATE INDEX "confirmacion_asistencia_persona_id_idx" ON "confirmacion_asistencia"("persona_id");

-- CreateIndex
CREATE INDEX "registro_asistencia_sesion_id_llamado_idx" ON "registro_asistencia"("sesion_id", "llamado");

-- CreateIndex
CREATE INDEX "registro_asistencia_institucion_id_idx" ON "registro_asistencia"("institucion_id");

-- CreateIndex
CREATE UNIQUE INDEX "documento_reemplaza_id_key" ON "documento"("reemplaza_id");

-- CreateIndex
CREATE INDEX "documento_sesion_id_idx" ON "documento"("sesion_id");

-- CreateIndex
CREATE INDEX "documento_punto_id_idx" ON "documento"("punto_id");

-- CreateIndex
CREATE INDEX "documento_institucion_id_idx" ON "documento"("institucion_id");

-- CreateIndex
CREATE INDEX "documento_persona_id_idx" ON "documento"("persona_id");

-- CreateIndex
CREATE INDEX "votacion_sesion_id_idx" ON "votacion"("sesion_id");

-- CreateIndex
CREATE INDEX "votacion_punto_id_idx" ON "votacion"("punto_id");

-- CreateIndex
CREATE INDEX "votacion_acuerdo_id_idx" ON "votacion"("acuerdo_id");

-- CreateIndex
CREATE INDEX "voto_institucion_id_idx" ON "voto"("institucion_id");

-- CreateIndex
CREATE INDEX "voto_persona_id_idx" ON "voto"("persona_id");

-- CreateIndex
CREATE INDEX "resumen_sesion_persona_id_idx" ON "resumen_sesion"("persona_id");

-- CreateIndex
CREATE UNIQUE INDEX "resumen_sesion_sesion_id_version_key" ON "resumen_sesion"("sesion_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "suscripcion_calendario_huella_key" ON "suscripcion_calendario"("huella");

-- CreateIndex
CREATE INDEX "suscripcion_calendario_organo_id_idx" ON "suscripcion_calendario"("organo_id");

-- CreateIndex
CREATE INDEX "suscripcion_calendario_institucion_id_idx" ON "suscripcion_calendario"("institucion_id");

-- CreateIndex
CREATE INDEX "suscripcion_calendario_persona_id_idx" ON "suscripcion_calendario"("persona_id");

-- CreateIndex
CREATE INDEX "borrador_formulario_creado_en_idx" ON "borrador_formulario"("creado_en");

-- CreateIndex
CREATE INDEX "punto_orden_dia_fusionado_en_id_idx" ON "punto_orden_dia"("fusionado_en_id");

-- CreateIndex
CREATE INDEX "punto_orden_dia_antecedente_id_idx" ON "punto_orden_dia"("antecedente_id");

-- CreateIndex
CREATE INDEX "sesion_punto_en_curso_id_idx" ON "sesion"("punto_en_curso_id");

-- AddForeignKey
ALTER TABLE "sesion" ADD CONSTRAINT "sesion_punto_en_curso_id_fkey" FOREIGN KEY ("punto_en_curso_id") REFERENCES "punto_orden_dia"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "punto_orden_dia" ADD CONSTRAINT "punto_orden_dia_fusionado_en_id_fkey" FOREIGN KEY ("fusionado_en_id") REFERENCES "punto_orden_dia"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "punto_orden_dia" ADD CONSTRAINT "punto_orden_dia_antecedente_id_fkey" FOREIGN KEY ("antecedente_id") REFERENCES "punto_orden_dia"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convocatoria" ADD CONSTRAINT "convocatoria_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convocatoria" ADD CONSTRAINT "convocatoria_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrante_sesion" ADD CONSTRAINT "integrante_sesion_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrante_sesion" ADD CONSTRAINT "integrante_sesion_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acuse" ADD CONSTRAINT "acuse_convocatoria_id_fkey" FOREIGN KEY ("convocatoria_id") REFERENCES "convocatoria"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acuse" ADD CONSTRAINT "acuse_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acuse" ADD CONSTRAINT "acuse_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmacion_asistencia" ADD CONSTRAINT "confirmacion_asistencia_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmacion_asistencia" ADD CONSTRAINT "confirmacion_asistencia_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmacion_asistencia" ADD CONSTRAINT "confirmacion_asistencia_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registro_asistencia" ADD CONSTRAINT "registro_asistencia_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registro_asistencia" ADD CONSTRAINT "registro_asistencia_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documento" ADD CONSTRAINT "documento_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documento" ADD CONSTRAINT "documento_punto_id_fkey" FOREIGN KEY ("punto_id") REFERENCES "punto_orden_dia"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documento" ADD CONSTRAINT "documento_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documento" ADD CONSTRAINT "documento_reemplaza_id_fkey" FOREIGN KEY ("reemplaza_id") REFERENCES "documento"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documento" ADD CONSTRAINT "documento_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "votacion" ADD CONSTRAINT "votacion_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "votacion" ADD CONSTRAINT "votacion_punto_id_fkey" FOREIGN KEY ("punto_id") REFERENCES "punto_orden_dia"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "votacion" ADD CONSTRAINT "votacion_acuerdo_id_fkey" FOREIGN KEY ("acuerdo_id") REFERENCES "acuerdo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voto" ADD CONSTRAINT "voto_votacion_id_fkey" FOREIGN KEY ("votacion_id") REFERENCES "votacion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voto" ADD CONSTRAINT "voto_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voto" ADD CONSTRAINT "voto_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resumen_sesion" ADD CONSTRAINT "resumen_sesion_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resumen_sesion" ADD CONSTRAINT "resumen_sesion_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suscripcion_calendario" ADD CONSTRAINT "suscripcion_calendario_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suscripcion_calendario" ADD CONSTRAINT "suscripcion_calendario_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suscripcion_calendario" ADD CONSTRAINT "suscripcion_calendario_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: what schema.prisma cannot express.
ALTER TABLE "sesion"
  ADD CONSTRAINT "sesion_revision" CHECK ("revision" >= 1),
  ADD CONSTRAINT "sesion_llamado" CHECK ("llamado" IN (1, 2)),
  ADD CONSTRAINT "sesion_clausurada_despues" CHECK ("clausurada_en" >= "instalada_en");
ALTER TABLE "convocatoria"
  ADD CONSTRAINT "convocatoria_version" CHECK ("version" >= 1),
  ADD CONSTRAINT "convocatoria_contenido" CHECK (jsonb_typeof("contenido") = 'object'),
  -- A first call needs no reason; whatever changes it does.
  ADD CONSTRAINT "convocatoria_motivo" CHECK ("tipo" IN ('convocatoria', 'segunda_convocatoria') OR coalesce(btrim("motivo"), '') <> '');
ALTER TABLE "confirmacion_asistencia"
  ADD CONSTRAINT "confirmacion_suplente_nombrado" CHECK ("respuesta" <> 'suplente' OR coalesce(btrim("nombre"), '') <> '');
ALTER TABLE "registro_asistencia"
  ADD CONSTRAINT "registro_llamado" CHECK ("llamado" IN (1, 2)),
  ADD CONSTRAINT "registro_de_quien_viene" CHECK ("calidad" <> 'no_asistira'),
  ADD CONSTRAINT "registro_salida" CHECK ("salida" >= "llegada");
-- Of an institution somebody is there or nobody is: two rows at once would count it twice.
CREATE UNIQUE INDEX "registro_presente_una_vez"
  ON "registro_asistencia" ("sesion_id", "institucion_id", "llamado") WHERE "salida" IS NULL;
ALTER TABLE "documento"
  ADD CONSTRAINT "documento_nombre_no_vacio" CHECK (btrim("nombre") <> ''),
  ADD CONSTRAINT "documento_por_https" CHECK ("url" ~ '^https://'),
  ADD CONSTRAINT "documento_version" CHECK ("version" >= 1),
  ADD CONSTRAINT "documento_huella" CHECK ("huella" ~ '^[0-9a-f]{64}$');
ALTER TABLE "votacion"
  ADD CONSTRAINT "votacion_texto_no_vacio" CHECK (btrim("texto") <> ''),
  ADD CONSTRAINT "votacion_cerrada_con_resultado" CHECK (("cerrada_en" IS NULL) = ("resultado" IS NULL));
ALTER TABLE "resumen_sesion"
  ADD CONSTRAINT "resumen_version" CHECK ("version" >= 1),
  ADD CONSTRAINT "resumen_contenido" CHECK (jsonb_typeof("contenido") = 'object'),
  ADD CONSTRAINT "resumen_fe_de_erratas_con_motivo" CHECK ("version" = 1 OR coalesce(btrim("motivo"), '') <> ''),
  ADD CONSTRAINT "resumen_publicado_con_fecha" CHECK (("estado" = 'publicado') = ("publicado_en" IS NOT NULL));
ALTER TABLE "suscripcion_calendario"
  ADD CONSTRAINT "suscripcion_huella" CHECK ("huella" ~ '^[0-9a-f]{64}$');
