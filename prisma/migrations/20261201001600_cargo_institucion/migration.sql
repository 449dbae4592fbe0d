-- CreateTable
CREATE TABLE "cargo_institucion" (
    "id" UUID NOT NULL,
    "organo_id" UUID NOT NULL,
    "institucion_id" UUID NOT NULL,
    "nombre" TEXT NOT NULL,
    "desde" DATE NOT NULL,
    "hasta" DATE NOT NULL,
    "persona_id" UUID NOT NULL,
    "registrado_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cargo_institucion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "cargo_institucion_institucion_id_idx" ON "cargo_institucion"("institucion_id");

-- CreateIndex
CREATE INDEX "cargo_institucion_persona_id_idx" ON "cargo_institucion"("persona_id");

-- CreateIndex
CREATE UNIQUE INDEX "cargo_institucion_organo_id_nombre_desde_key" ON "cargo_institucion"("organo_id", "nombre", "desde");

-- AddForeignKey
ALTER TABLE "cargo_institucion" ADD CONSTRAINT "cargo_institucion_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cargo_institucion" ADD CONSTRAINT "cargo_institucion_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cargo_institucion" ADD CONSTRAINT "cargo_institucion_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A term ends on its first day at the earliest.
ALTER TABLE "cargo_institucion" ADD CONSTRAINT "cargo_institucion_periodo" CHECK ("hasta" >= "desde");
