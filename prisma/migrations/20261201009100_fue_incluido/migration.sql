-- AlterTable
ALTER TABLE "punto_orden_dia" ADD COLUMN     "fue_incluido" BOOLEAN NOT NULL DEFAULT true;

-- A proposal was internal by its level; now it is because nobody has taken it in, and keeps the level it will have.
UPDATE "punto_orden_dia" p SET "fue_incluido" = false, "difusion" = 'integrantes'
WHERE p."difusion" = 'interna' AND p."institucion_proponente_id" IS NOT NULL
  AND (p."estado" = 'propuesto' OR (p."estado" = 'retirado' AND EXISTS (
    SELECT 1 FROM "evento" e WHERE e."tipo" = 'punto.propuesto' AND e."despues"->>'id' = p."id"::text)));
