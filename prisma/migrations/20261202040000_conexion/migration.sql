-- CreateEnum
CREATE TYPE "estado_conexion" AS ENUM ('activa', 'por_confirmar', 'desconectada', 'revocada');

-- AlterEnum
ALTER TYPE "falla_alcance" ADD VALUE 'connection';

-- CreateTable
CREATE TABLE "conexion" (
    "id" UUID NOT NULL,
    "adapter" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "nombre" TEXT NOT NULL,
    "institucion_id" UUID,
    "estado" "estado_conexion" NOT NULL,
    "estado_en" TIMESTAMPTZ(3) NOT NULL,
    "motivo" TEXT,
    "medio" TEXT NOT NULL,
    "secretos" BYTEA,
    "clave_id" TEXT,
    "permisos" TEXT[],
    "conectada_en" TIMESTAMPTZ(3) NOT NULL,
    "conectada_por" TEXT NOT NULL,
    "oida_en" TIMESTAMPTZ(3),

    CONSTRAINT "conexion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitacion_conexion" (
    "id" UUID NOT NULL,
    "adapter" TEXT NOT NULL,
    "institucion_id" UUID NOT NULL,
    "organo_id" UUID NOT NULL,
    "persona_id" UUID NOT NULL,
    "codigo" TEXT NOT NULL,
    "vuelta" TEXT,
    "vuelta_en" TIMESTAMPTZ(3),
    "creada_en" TIMESTAMPTZ(3) NOT NULL,
    "vence_en" TIMESTAMPTZ(3) NOT NULL,
    "usada_en" TIMESTAMPTZ(3),

    CONSTRAINT "invitacion_conexion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "conexion_institucion_id_idx" ON "conexion"("institucion_id");

-- CreateIndex
CREATE UNIQUE INDEX "conexion_adapter_workspace_key" ON "conexion"("adapter", "workspace");

-- CreateIndex
CREATE UNIQUE INDEX "invitacion_conexion_codigo_key" ON "invitacion_conexion"("codigo");

-- CreateIndex
CREATE UNIQUE INDEX "invitacion_conexion_vuelta_key" ON "invitacion_conexion"("vuelta");

-- CreateIndex
CREATE INDEX "invitacion_conexion_institucion_id_idx" ON "invitacion_conexion"("institucion_id");

-- CreateIndex
CREATE INDEX "invitacion_conexion_organo_id_idx" ON "invitacion_conexion"("organo_id");

-- CreateIndex
CREATE INDEX "invitacion_conexion_persona_id_idx" ON "invitacion_conexion"("persona_id");

-- AddForeignKey
ALTER TABLE "conexion" ADD CONSTRAINT "conexion_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitacion_conexion" ADD CONSTRAINT "invitacion_conexion_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitacion_conexion" ADD CONSTRAINT "invitacion_conexion_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitacion_conexion" ADD CONSTRAINT "invitacion_conexion_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
