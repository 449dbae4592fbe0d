-- CreateTable
CREATE TABLE "descarga" (
    "id" UUID NOT NULL,
    "huella" TEXT NOT NULL,
    "organo_id" UUID NOT NULL,
    "persona_id" UUID,
    "orden" TEXT NOT NULL,
    "contenido" BYTEA NOT NULL,
    "vence_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "descarga_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "descarga_huella_key" ON "descarga"("huella");

-- CreateIndex
CREATE INDEX "descarga_organo_id_idx" ON "descarga"("organo_id");

-- CreateIndex
CREATE INDEX "descarga_persona_id_idx" ON "descarga"("persona_id");

-- CreateIndex
CREATE INDEX "descarga_vence_en_idx" ON "descarga"("vence_en");

-- AddForeignKey
ALTER TABLE "descarga" ADD CONSTRAINT "descarga_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "descarga" ADD CONSTRAINT "descarga_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
