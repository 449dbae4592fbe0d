-- CreateEnum
CREATE TYPE "estado_solicitud_canal" AS ENUM ('por_aprobar', 'aprobada', 'rechazada');

-- CreateTable
CREATE TABLE "solicitud_canal" (
    "id" UUID NOT NULL,
    "organo_id" UUID NOT NULL,
    "institucion_id" UUID NOT NULL,
    "nombre" TEXT NOT NULL,
    "adapter" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "estado" "estado_solicitud_canal" NOT NULL DEFAULT 'por_aprobar',
    "persona_id" UUID NOT NULL,
    "solicitada_en" TIMESTAMPTZ(3) NOT NULL,
    "resuelve_id" UUID,
    "resuelta_en" TIMESTAMPTZ(3),

    CONSTRAINT "solicitud_canal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "condicion_canal" (
    "canal_id" UUID NOT NULL,
    "nombre" TEXT NOT NULL,
    "publico" BOOLEAN,
    "externo" BOOLEAN,
    "invitados" BOOLEAN,
    "vista_en" TIMESTAMPTZ(3) NOT NULL,
    "por_confirmar_desde" TIMESTAMPTZ(3),
    "cambios" TEXT[],

    CONSTRAINT "condicion_canal_pkey" PRIMARY KEY ("canal_id")
);

-- CreateIndex
CREATE INDEX "solicitud_canal_organo_id_idx" ON "solicitud_canal"("organo_id");

-- CreateIndex
CREATE INDEX "solicitud_canal_institucion_id_idx" ON "solicitud_canal"("institucion_id");

-- CreateIndex
CREATE INDEX "solicitud_canal_persona_id_idx" ON "solicitud_canal"("persona_id");

-- CreateIndex
CREATE INDEX "solicitud_canal_resuelve_id_idx" ON "solicitud_canal"("resuelve_id");

-- AddForeignKey
ALTER TABLE "solicitud_canal" ADD CONSTRAINT "solicitud_canal_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solicitud_canal" ADD CONSTRAINT "solicitud_canal_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solicitud_canal" ADD CONSTRAINT "solicitud_canal_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solicitud_canal" ADD CONSTRAINT "solicitud_canal_resuelve_id_fkey" FOREIGN KEY ("resuelve_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "condicion_canal" ADD CONSTRAINT "condicion_canal_canal_id_fkey" FOREIGN KEY ("canal_id") REFERENCES "canal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What waits is one for each place, and is resolved by somebody at some moment.
CREATE UNIQUE INDEX "solicitud_canal_una_abierta" ON "solicitud_canal"("adapter", "workspace", "channel") WHERE "estado" = 'por_aprobar';

ALTER TABLE "solicitud_canal"
  ADD CONSTRAINT "solicitud_canal_resuelta" CHECK (("estado" = 'por_aprobar') = ("resuelve_id" IS NULL) AND ("resuelve_id" IS NULL) = ("resuelta_en" IS NULL));

-- It waits for a reason, or it does not wait.
ALTER TABLE "condicion_canal"
  ADD CONSTRAINT "condicion_canal_por_confirmar" CHECK (("por_confirmar_desde" IS NULL) = (cardinality("cambios") = 0));
