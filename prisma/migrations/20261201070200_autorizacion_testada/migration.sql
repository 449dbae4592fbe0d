-- Written by hand: what was asked of the presidencia is looked through too when a text is erased.
CREATE OR REPLACE FUNCTION "textos_guardados"() RETURNS TABLE ("tabla" text, "columnas" text[], "ambito" text, "nombre" text)
LANGUAGE sql IMMUTABLE AS $$
  WITH de AS (SELECT
    't."organo_id" = $1' AS suyo,
    't."sesion_id" IN (SELECT "id" FROM "sesion" WHERE "organo_id" = $1)' AS de_sesion,
    '(SELECT "clave" FROM "sesion" WHERE "id" = t."sesion_id")' AS sesion)
  SELECT una.* FROM de, LATERAL (VALUES
    ('sesion', ARRAY['etiqueta', 'sede', 'url', 'nombre_organo_en_documento', 'lugar_y_fecha_documento'], suyo, 't."clave"'),
    ('hecho_sesion', ARRAY['texto'], de_sesion, sesion),
    ('punto_orden_dia', ARRAY['numero', 'titulo', 'resultado_texto', 'motivo'], de_sesion, sesion),
    ('asistencia', ARRAY['persona_nombre', 'persona_titulo', 'persona_cargo', 'nombre_en_documento', 'caracter'],
      de_sesion, sesion),
    ('acuerdo', ARRAY['texto'], suyo, 't."clave"'),
    ('compromiso', ARRAY['texto'], suyo, 't."clave"'),
    ('avance', ARRAY['texto', 'url'], 't."compromiso_id" IN (SELECT "id" FROM "compromiso" WHERE "organo_id" = $1)',
      '(SELECT "clave" FROM "compromiso" WHERE "id" = t."compromiso_id")'),
    ('convocatoria', ARRAY['motivo', 'contenido'], de_sesion, sesion),
    ('confirmacion_asistencia', ARRAY['nombre', 'cargo', 'oficio'], de_sesion, sesion),
    ('registro_asistencia', ARRAY['nombre', 'cargo', 'oficio'], de_sesion, sesion),
    ('documento', ARRAY['nombre', 'url'], de_sesion, sesion),
    ('votacion', ARRAY['texto', 'motivo_anulacion', 'resultado'], de_sesion, sesion),
    ('voto', ARRAY['voto_particular'], 't."votacion_id" IN (SELECT v."id" FROM "votacion" v
        JOIN "sesion" s ON s."id" = v."sesion_id" WHERE s."organo_id" = $1)',
      '(SELECT s."clave" FROM "votacion" v JOIN "sesion" s ON s."id" = v."sesion_id" WHERE v."id" = t."votacion_id")'),
    ('resumen_sesion', ARRAY['contenido', 'motivo'], de_sesion, sesion),
    ('autorizacion', ARRAY['texto', 'pedido', 'motivo', 'constancia'], de_sesion, sesion),
    ('cargo_institucion', ARRAY['nombre'], suyo, 't."nombre"'),
    ('designacion', ARRAY['oficio'], suyo, 'NULL'),
    ('integrante', ARRAY['fundamento'], suyo, 'NULL'),
    ('dia_inhabil', ARRAY['motivo'], suyo, 't."fecha"::text'),
    ('canal', ARRAY['nombre', 'falla_motivo'], suyo, 't."clave"'),
    ('organo', ARRAY['objetivo'], 't."id" = $1', 't."clave"'),
    ('perfil_reglas', ARRAY['reglas'], suyo, 't."version"::text'),
    ('delivery', ARRAY['card', 'modelo', 'why', 'reason'], suyo, 't."id"::text'),
    ('consola_mensaje', ARRAY['card'], '(t."channel" IN (SELECT "channel" FROM "canal" WHERE "adapter" = ''consola'' AND "organo_id" = $1)
        OR split_part(t."key", '':'', 1) IN (SELECT "key" FROM "delivery" WHERE "organo_id" = $1))', 't."id"::text'),
    ('evento', ARRAY['antes', 'despues'], '(t."organo_id" = $1 OR (t."organo_id" IS NULL
        AND "objeto_de_organo"(t."objeto", $1)))', 't."tipo"')
  ) una ("tabla", "columnas", "ambito", "nombre")
$$;

-- What was asked stays as it was asked, and what was answered as it was answered; but for a text that is erased from it, and
-- then its fingerprint is of what is left, for one of what it was tells a short text to whoever tries them all.
CREATE OR REPLACE FUNCTION "autorizacion_no_se_reescribe"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    textos text[] := ARRAY['texto', 'huella', 'pedido', 'motivo', 'constancia'];
BEGIN
    IF "testando"() AND to_jsonb(OLD) - textos = to_jsonb(NEW) - textos THEN
        NEW."huella" := encode(sha256(convert_to(NEW."texto", 'UTF8')), 'hex');
        RETURN NEW;
    END IF;
    IF OLD."estado" <> 'por_autorizar' OR (OLD."sesion_id", OLD."objeto", OLD."texto", OLD."huella", OLD."pedido", OLD."solicitante_id", OLD."solicitada_en")
        IS DISTINCT FROM (NEW."sesion_id", NEW."objeto", NEW."texto", NEW."huella", NEW."pedido", NEW."solicitante_id", NEW."solicitada_en") THEN
        RAISE EXCEPTION 'an authorisation is answered once, and what was asked is never rewritten';
    END IF;
    RETURN NEW;
END $$;
