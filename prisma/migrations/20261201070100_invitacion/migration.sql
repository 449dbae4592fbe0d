-- AlterEnum
ALTER TYPE "audiencia" ADD VALUE 'invitada';

-- CreateTable
CREATE TABLE "invitacion" (
    "id" UUID NOT NULL,
    "punto_id" UUID NOT NULL,
    "institucion_id" UUID NOT NULL,
    "persona_id" UUID NOT NULL,
    "creada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invitacion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "invitacion_institucion_id_idx" ON "invitacion"("institucion_id");

-- CreateIndex
CREATE INDEX "invitacion_persona_id_idx" ON "invitacion"("persona_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitacion_punto_id_institucion_id_key" ON "invitacion"("punto_id", "institucion_id");

-- AddForeignKey
ALTER TABLE "invitacion" ADD CONSTRAINT "invitacion_punto_id_fkey" FOREIGN KEY ("punto_id") REFERENCES "punto_orden_dia"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitacion" ADD CONSTRAINT "invitacion_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitacion" ADD CONSTRAINT "invitacion_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
