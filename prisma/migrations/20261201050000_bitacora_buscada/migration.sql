-- DropIndex
DROP INDEX "evento_organo_id_idx";

-- DropIndex
DROP INDEX "evento_persona_id_idx";

-- CreateIndex
CREATE INDEX "evento_organo_id_instante_idx" ON "evento"("organo_id", "instante");

-- CreateIndex
CREATE INDEX "evento_persona_id_secuencia_idx" ON "evento"("persona_id", "secuencia");
