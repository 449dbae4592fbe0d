-- Sessions that were imported already called had neither members nor convocatoria on record, and could not go on.
INSERT INTO "integrante_sesion" ("sesion_id", "institucion_id", "con_voto", "rol")
SELECT s."id", i."institucion_id", i."con_voto", i."rol"
FROM "sesion" s
CROSS JOIN LATERAL (
  SELECT COALESCE(s."convocada_el", LEAST(s."fecha", CURRENT_DATE), CURRENT_DATE) AS "dia"
) AS llamado
JOIN "integrante" i ON i."organo_id" = s."organo_id"
  AND (i."desde" IS NULL OR i."desde" <= llamado."dia")
  AND (i."hasta" IS NULL OR i."hasta" >= llamado."dia")
WHERE (s."estado" IN ('convocada', 'sin_quorum', 'instalada', 'receso')
    OR (s."estado" IN ('diferida', 'cancelada') AND s."convocada_el" IS NOT NULL))
  AND NOT EXISTS (SELECT 1 FROM "integrante_sesion" x WHERE x."sesion_id" = s."id")
ON CONFLICT DO NOTHING;

INSERT INTO "convocatoria" ("id", "sesion_id", "version", "tipo", "contenido")
SELECT gen_random_uuid(), s."id", 1, 'convocatoria', jsonb_build_object(
  'fecha', s."fecha"::text,
  'hora', s."hora",
  'modalidad', s."modalidad"::text,
  'sede', s."sede",
  'url', s."url",
  'puntos', COALESCE((
    SELECT jsonb_agg(jsonb_build_object('numero', p."numero", 'titulo', p."titulo") ORDER BY p."orden")
    FROM "punto_orden_dia" p
    WHERE p."sesion_id" = s."id" AND p."estado" IN ('incluido', 'desahogado')
  ), '[]'::jsonb)
)
FROM "sesion" s
WHERE (s."estado" IN ('convocada', 'sin_quorum', 'instalada', 'receso')
    OR (s."estado" IN ('diferida', 'cancelada') AND s."convocada_el" IS NOT NULL))
  AND EXISTS (SELECT 1 FROM "integrante_sesion" x WHERE x."sesion_id" = s."id")
  AND NOT EXISTS (SELECT 1 FROM "convocatoria" c WHERE c."sesion_id" = s."id");
