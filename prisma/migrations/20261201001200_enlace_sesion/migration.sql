-- AlterTable
ALTER TABLE "suscripcion_calendario" ADD COLUMN     "sesion_id" UUID;

-- CreateIndex
CREATE INDEX "suscripcion_calendario_sesion_id_idx" ON "suscripcion_calendario"("sesion_id");

-- AddForeignKey
ALTER TABLE "suscripcion_calendario" ADD CONSTRAINT "suscripcion_calendario_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A session's file is the same for every institution that was called.
ALTER TABLE "suscripcion_calendario"
  ADD CONSTRAINT "suscripcion_de_sesion_sin_institucion" CHECK ("sesion_id" IS NULL OR "institucion_id" IS NULL);
