-- The words by which an agreement is looked for: as Spanish puts them together, with their accents and without. Its cost is told,
-- so that they are taken from the index where there is one to take them from.
CREATE FUNCTION "palabras_de"("texto" text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 2000 SET search_path = pg_catalog
AS $$
  SELECT to_tsvector('spanish', "texto") ||
    to_tsvector('spanish', translate("texto", 'ÁÉÍÓÚÜÑáéíóúüñ', 'AEIOUUNaeiouun'))
$$;

CREATE INDEX "acuerdo_palabras_idx" ON "acuerdo" USING gin ("palabras_de"("texto"));
