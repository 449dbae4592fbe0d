-- What an outcome says is on record without anybody having said that it is an approval or an election.
ALTER TABLE "punto_orden_dia" DROP CONSTRAINT "punto_orden_dia_resultado_completo";
ALTER TABLE "punto_orden_dia"
  ADD CONSTRAINT "punto_orden_dia_resultado_completo" CHECK ("resultado_tipo" IS NULL OR "resultado_texto" IS NOT NULL);
