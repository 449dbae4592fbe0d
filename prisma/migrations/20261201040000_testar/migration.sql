-- Written by hand: how a text that should not be here is taken out of every place at once. Nothing else may change what is
-- sealed: the one function that does writes its own event, which names each link whose text went. What the links mean
-- then is in docs/verificar-bitacora.mjs.

-- Where people's texts stand: columns of each table, which rows are a body's ($1), and the clave that names the record.
-- A test holds it against the schema: a new column of text is here or has its reason in test/support/textos-fuera.ts.
CREATE FUNCTION "textos_guardados"() RETURNS TABLE ("tabla" text, "columnas" text[], "ambito" text, "nombre" text)
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

-- What an import tells of the parts of a session without naming their body.
CREATE FUNCTION "objeto_de_organo"(objeto text, organo uuid) RETURNS boolean LANGUAGE plpgsql STABLE COST 10000 AS $$
DECLARE
  de record;
  suyo boolean;
BEGIN
  IF split_part(objeto, ':', 2) !~ '^[0-9a-f-]{36}$' THEN RETURN false; END IF;
  SELECT * INTO de FROM "textos_guardados"() WHERE "tabla" = CASE split_part(objeto, ':', 1)
    WHEN 'hecho' THEN 'hecho_sesion' WHEN 'punto' THEN 'punto_orden_dia' ELSE split_part(objeto, ':', 1) END;
  IF NOT FOUND OR de."tabla" IN ('evento', 'voto', 'consola_mensaje') THEN RETURN false; END IF;
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I t WHERE t."id" = $2 AND %s)', de."tabla", de."ambito")
    INTO suyo USING organo, split_part(objeto, ':', 2)::uuid;
  RETURN suyo;
END
$$;

-- The phrase as it may stand: whatever its case, accents and white space, in a calendar file, or in an address. Letters
-- beyond ASCII are written out, for not every database knows which of them is the capital of which.
CREATE FUNCTION "testar_patron"(frase text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  patron text := regexp_replace(
    regexp_replace(btrim(frase, E' \n\r\t'), '\s+', ' ', 'g'), '([!-/:-@\[-`{-~])', '\\\1', 'g');
  letra text[];
BEGIN
  patron := replace(replace(patron, '\,', '\\?\,'), '\;', '\\?\;');
  -- «a» goes first: what stands for the others has an A in it.
  FOREACH letra SLICE 1 IN ARRAY ARRAY[
    ['aáAÁ', '%C3%[A8]1'], ['eéEÉ', '%C3%[A8]9'], ['iíIÍ', '%C3%[A8]D'], ['oóOÓ', '%C3%[B9]3'],
    ['uúüUÚÜ', '%C3%[B9][AC]'], ['ñÑ', '%C3%[B9]1']]
  LOOP
    patron := regexp_replace(patron, '[' || letra[1] || ']', '(?:[' || letra[1] || ']|' || letra[2] || ')', 'g');
  END LOOP;
  RETURN replace(patron, ' ', '(?:\s|\u00a0|\\n|%20)+');
END
$$;

-- A list shortens texts with «…»: the beginning of the phrase is taken out there too, once it is long enough to tell.
CREATE FUNCTION "testar_texto"(texto text, frase text, reemplazo text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  nuevo text := regexp_replace(texto, "testar_patron"(frase), reemplazo, 'gi');
  minimo int := greatest(6, least(20, length(frase) / 3));
BEGIN
  IF texto LIKE 'BEGIN:VCALENDAR%' THEN
    nuevo := regexp_replace(texto, '\r?\n[ \t]', '', 'g');
    IF nuevo !~* "testar_patron"(frase) THEN RETURN texto; END IF;
    RETURN regexp_replace(nuevo, "testar_patron"(frase), reemplazo, 'gi');
  END IF;
  IF position('…' IN nuevo) > 0 AND length(frase) > minimo AND nuevo ~* "testar_patron"(left(frase, minimo)) THEN
    FOR hasta IN REVERSE length(frase) - 1 .. minimo LOOP
      nuevo := regexp_replace(nuevo, "testar_patron"(left(frase, hasta)) || '\s*…', reemplazo || '…', 'gi');
    END LOOP;
  END IF;
  RETURN nuevo;
END
$$;

-- Every text in it, but for those that are never anybody's words: what names a kind, a state, a place.
CREATE FUNCTION "testar_json"(valor jsonb, frase text, reemplazo text, llave text DEFAULT '') RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  CASE jsonb_typeof(valor)
    WHEN 'object' THEN RETURN coalesce((
      SELECT jsonb_object_agg(key, "testar_json"(value, frase, reemplazo, key)) FROM jsonb_each(valor)), '{}');
    WHEN 'array' THEN RETURN coalesce((
      SELECT jsonb_agg("testar_json"(value, frase, reemplazo, llave) ORDER BY ordinality)
      FROM jsonb_array_elements(valor) WITH ORDINALITY), '[]');
    WHEN 'string' THEN
      IF llave IN ('kind', 'tone', 'style', 'command', 'tipo', 'estado', 'modalidad', 'difusion', 'origen', 'modo', 'sentido',
        'calidad', 'audiencia', 'adapter', 'workspace', 'channel', 'messageId', 'acceptedAt', 'plataforma', 'rol',
        'ambito', 'seccion', 'respuesta', 'resultadoTipo', 'mediaType', 'regla', 'redondeo', 'unidad', 'conteo',
        'mayoria', 'sobre') THEN RETURN valor; END IF;
      RETURN to_jsonb("testar_texto"(valor #>> '{}', frase, reemplazo));
    ELSE RETURN valor;
  END CASE;
END
$$;

-- A fingerprint without salt of what a text was, with all the rest of it known, tells a telephone number to whoever tries
-- them all. `claves`: keys of messages that were such a fingerprint, each with the one that takes its place.
CREATE FUNCTION "sin_huellas"(valor jsonb, claves jsonb, llave text DEFAULT '') RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  clave text := split_part(valor #>> '{}', ':', 1);
BEGIN
  CASE jsonb_typeof(valor)
    WHEN 'object' THEN RETURN coalesce((
      SELECT jsonb_object_agg(key, "sin_huellas"(value, claves, key)) FROM jsonb_each(valor)), '{}');
    WHEN 'array' THEN RETURN coalesce((
      SELECT jsonb_agg("sin_huellas"(value, claves, llave) ORDER BY ordinality)
      FROM jsonb_array_elements(valor) WITH ORDINALITY), '[]');
    WHEN 'string' THEN
      IF llave IN ('huella', 'contentHash', 'version') THEN RETURN '"testado"'; END IF;
      RETURN CASE WHEN claves ? clave THEN to_jsonb(replace(valor #>> '{}', clave, claves->>clave)) ELSE valor END;
    ELSE RETURN valor;
  END CASE;
END
$$;

-- Every place of a body where the phrase stands, with what stands there.
CREATE FUNCTION "buscar_texto"(organo uuid, frase text)
RETURNS TABLE ("tabla" text, "clave" text, "campo" text, "nombre" text, "dato" jsonb) LANGUAGE plpgsql STABLE AS $$
DECLARE
  de record;
  cual text;
  -- Its longest word alone tells most rows apart, before their texts are looked through.
  palabra text := (SELECT "testar_patron"(m[1]) FROM regexp_matches(frase, '[[:alnum:]]+', 'g') m
    ORDER BY length(m[1]) DESC LIMIT 1);
BEGIN
  FOR de IN SELECT * FROM "textos_guardados"() LOOP
    FOREACH cual IN ARRAY de."columnas" LOOP
      RETURN QUERY EXECUTE format($q$
        SELECT %1$L::text, "clave_sellada"(%1$L, to_jsonb(t)), %2$L::text, (%3$s)::text, to_jsonb(t.%2$I) FROM %1$I t
        WHERE (%4$s) AND (t.%2$I::text ~* $3 OR t.%2$I::text LIKE '%%…%%' OR t.%2$I::text LIKE '%%BEGIN:VCALENDAR%%')
          AND "testar_json"(to_jsonb(t.%2$I), $2, '[]') IS DISTINCT FROM to_jsonb(t.%2$I)$q$,
        de."tabla", cual, de."nombre", de."ambito") USING organo, frase, palabra;
    END LOOP;
  END LOOP;
END
$$;

-- The pieces of text that a field holds, in order: itself, or each of those inside its JSON.
CREATE FUNCTION "hojas_de"(dato jsonb) RETURNS TABLE ("hoja" bigint, "texto" text) LANGUAGE sql IMMUTABLE AS $$
  SELECT "ordinality", "valor" #>> '{}'
  FROM jsonb_path_query(dato, 'strict $.** ? (@.type() == "string")') WITH ORDINALITY una ("valor", "ordinality")
$$;

-- Each text of a record and of what is part of it, by the clave that names it.
CREATE FUNCTION "textos_de_registro"(organo uuid, nombre text) RETURNS TABLE ("tabla" text, "clave" text, "campo" text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  de record;
  cual text;
BEGIN
  FOR de IN SELECT * FROM "textos_guardados"() t
    WHERE t."tabla" NOT IN ('delivery', 'consola_mensaje', 'evento', 'perfil_reglas', 'organo') LOOP
    FOREACH cual IN ARRAY de."columnas" LOOP
      RETURN QUERY EXECUTE format($q$
        SELECT %1$L::text, "clave_sellada"(%1$L, to_jsonb(t)), %2$L::text FROM %1$I t
        WHERE (%4$s) AND (%3$s)::text = $2 AND jsonb_typeof(to_jsonb(t.%2$I)) = 'string' ORDER BY 2$q$,
        de."tabla", cual, de."nombre", de."ambito") USING organo, nombre;
    END LOOP;
  END LOOP;
END
$$;

-- What stands at a place of a body; null: it is none of its places, or nothing stands there.
CREATE FUNCTION "dato_en"(organo uuid, de_tabla text, de_clave text, campo text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  de record;
  dato jsonb;
BEGIN
  SELECT * INTO de FROM "textos_guardados"() WHERE "tabla" = de_tabla AND campo = ANY ("columnas");
  IF NOT FOUND THEN RETURN NULL; END IF;
  EXECUTE format('SELECT to_jsonb(t.%I) FROM %I t WHERE %s AND %s', campo, de_tabla, "por_su_clave"(de_tabla), de."ambito")
    INTO dato USING organo, de_clave;
  RETURN dato;
END
$$;

CREATE FUNCTION "por_su_clave"(tabla text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE tabla
    WHEN 'voto' THEN 't."votacion_id" = split_part($2, ''/'', 1)::uuid AND t."institucion_id" = split_part($2, ''/'', 2)::uuid'
    WHEN 'consola_mensaje' THEN 't."id" = $2::int' ELSE 't."id" = $2::uuid' END
$$;

-- Only inside the function that says so, with its owner's rights: nobody else's word makes it true.
CREATE FUNCTION "testando"() RETURNS boolean LANGUAGE sql AS $$
  SELECT coalesce(current_setting('plenaria.testando', true) = pg_current_xact_id()::text
    AND current_user = (SELECT "relowner"::regrole::text FROM pg_class WHERE oid = '"eslabon"'::regclass), false)
$$;

CREATE OR REPLACE FUNCTION "evento_solo_crece"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND "testando"() THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'evento is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE OR REPLACE FUNCTION "no_se_borra"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('eslabon', 'avance', 'resumen_sesion') AND "testando"() THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is evidence: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;

-- Not even there: of an event its texts alone, of a link its salt alone.
CREATE FUNCTION "no_cambia"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is evidence: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "evento_solo_su_texto" BEFORE UPDATE ON "evento" FOR EACH ROW
  WHEN (to_jsonb(OLD) - 'antes' - 'despues' IS DISTINCT FROM to_jsonb(NEW) - 'antes' - 'despues')
  EXECUTE FUNCTION "no_cambia"();
CREATE TRIGGER "eslabon_solo_su_sal" BEFORE UPDATE ON "eslabon" FOR EACH ROW
  WHEN (NEW."sal" IS NOT NULL OR to_jsonb(OLD) - 'sal' IS DISTINCT FROM to_jsonb(NEW) - 'sal')
  EXECUTE FUNCTION "no_cambia"();

-- Its event is written by it alone: what it says excuses a text that is no longer there.
CREATE FUNCTION "testado_por_su_funcion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT "testando"() THEN
    RAISE EXCEPTION '% is written by the erasure alone', NEW."tipo" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "evento_testado" BEFORE INSERT ON "evento" FOR EACH ROW
  WHEN (NEW."tipo" IN ('bitacora.testada', 'bitacora.depurada')) EXECUTE FUNCTION "testado_por_su_funcion"();

DROP TRIGGER "avance_con_su_evento" ON "avance";
CREATE CONSTRAINT TRIGGER "avance_con_su_evento" AFTER UPDATE ON "avance"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "con_su_evento"('importacion.cambio', 'bitacora.testada');

CREATE OR REPLACE FUNCTION "voto_cambia"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  votada record;
BEGIN
  SELECT ("cerrada_en" IS NOT NULL OR "anulada_en" IS NOT NULL) AS terminada, "modo" = 'cedula' AS secreta
    INTO votada FROM "votacion" WHERE "id" = NEW."votacion_id";
  IF TG_OP = 'UPDATE' THEN
    IF (OLD."votacion_id", OLD."institucion_id") IS DISTINCT FROM (NEW."votacion_id", NEW."institucion_id") THEN
      RAISE EXCEPTION 'voto is evidence: moving it refused' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF votada.terminada AND votada.secreta AND NEW."sentido" IS NULL
      AND to_jsonb(OLD) - 'sentido' = to_jsonb(NEW) - 'sentido' THEN RETURN NULL; END IF;
    IF to_jsonb(OLD) - 'voto_particular' = to_jsonb(NEW) - 'voto_particular' AND EXISTS (
      SELECT 1 FROM "evento" WHERE "transaccion" = (pg_current_xact_id()::text)::bigint AND "tipo" = 'bitacora.testada'
    ) THEN RETURN NULL; END IF;
  ELSIF NOT votada.terminada THEN
    RETURN NULL;
  END IF;
  IF (votada.terminada AND votada.secreta AND (TG_OP = 'UPDATE' OR NEW."sentido" IS NOT NULL)) OR NOT EXISTS (
    SELECT 1 FROM "evento" WHERE "transaccion" = (pg_current_xact_id()::text)::bigint
      AND ("tipo" = 'votacion.voto_corregido' OR ("tipo" = 'votacion.voto' AND NOT votada.terminada)
        OR ("tipo" = 'importacion.alta' AND TG_OP = 'INSERT'))
  ) THEN
    RAISE EXCEPTION 'voto is evidence: % without its event refused', TG_OP
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;

-- Without its salt a link vouches for no text, and tells none: the new one that follows it vouches for what is left.
CREATE FUNCTION "quitar_sal"(de_tabla text, de_clave text) RETURNS bigint[] LANGUAGE sql AS $$
  WITH quitadas AS (
    UPDATE "eslabon" SET "sal" = NULL WHERE "tabla" = de_tabla AND "clave" = de_clave AND "sal" IS NOT NULL
    RETURNING "posicion")
  SELECT coalesce(array_agg("posicion" ORDER BY "posicion"), '{}') FROM quitadas
$$;

-- Takes a phrase out of every place of a body, and says so: who, why, what stands instead, how many places of each kind,
-- and each link whose text went. Never the phrase. Null: it stands nowhere, and nothing was written.
-- `acto`: persona, plataforma, cuenta, lugar, orden, instante, motivo, clase.
CREATE FUNCTION "testar"(organo uuid, frase text, reemplazo text, acto jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  hallados jsonb;
  claves jsonb;
  posiciones bigint[] := '{}';
  entregas text[];
  publicadas text[];
  nuevo jsonb;
  uno record;
  dicho jsonb;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'testar: read committed only' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  frase := regexp_replace(btrim(frase, E' \n\r\t'), '\s+', ' ', 'g');
  -- What stands instead says that something was erased: nothing is rewritten as something else.
  IF length(regexp_replace(frase, '[^[:alnum:]]', '', 'g')) < 4 OR reemplazo !~ '^\[testado: [^][\\]{3,150}\]$'
    OR coalesce(btrim(acto->>'motivo'), '') = '' OR acto->>'persona' IS NULL
    OR "testar_texto"(reemplazo, frase, '') <> reemplazo OR "testar_texto"(acto->>'motivo', frase, '') <> acto->>'motivo'
  THEN
    RAISE EXCEPTION 'testar: refused' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM pg_advisory_xact_lock(7073653465);
  PERFORM "sellar_pendientes"();
  PERFORM set_config('plenaria.testando', pg_current_xact_id()::text, true);

  SELECT jsonb_agg(to_jsonb(h)) INTO hallados FROM "buscar_texto"(organo, frase) h;
  IF hallados IS NULL THEN
    PERFORM set_config('plenaria.testando', '', true);
    RETURN NULL;
  END IF;
  SELECT coalesce(array_agg(DISTINCT h->>'clave'), '{}') INTO entregas
    FROM jsonb_array_elements(hallados) h WHERE h->>'tabla' = 'delivery';
  -- Keys that were made from what a message said; all others are made from what it was about.
  SELECT coalesce(jsonb_object_agg("key", 'testado-' || "id"), '{}') INTO claves FROM "delivery"
    WHERE "id"::text = ANY (entregas) AND ("purpose" = 'resumen' OR "edits_id" IS NOT NULL);
  SELECT coalesce(array_agg(DISTINCT 'sesion:' || split_part(asunto, ':', 2)), '{}') INTO publicadas
    FROM "delivery" d, LATERAL (SELECT unnest(d."asuntos") UNION SELECT jsonb_object_keys(d."modelo"->'hechos')) a (asunto)
    WHERE d."id"::text = ANY (entregas) AND d."purpose" = 'resumen';

  FOR uno IN
    SELECT h->>'tabla' AS tabla, h->>'clave' AS clave,
      jsonb_object_agg(h->>'campo', "testar_json"(h->'dato', frase, reemplazo)) AS nuevo
    FROM jsonb_array_elements(hallados) h WHERE h->>'tabla' <> 'evento' GROUP BY 1, 2
  LOOP
    nuevo := uno.nuevo;
    IF uno.tabla = 'delivery' THEN
      SELECT nuevo || jsonb_build_object('receipts', "sin_huellas"(d."receipts", claves), 'key', coalesce(claves->>d."key", d."key"))
        INTO nuevo FROM "delivery" d WHERE d."id" = uno.clave::uuid;
    END IF;
    IF uno.tabla IN ('voto', 'avance', 'resumen_sesion') THEN
      posiciones := posiciones || "quitar_sal"(uno.tabla, uno.clave);
    END IF;
    -- All of a row at once: its new link, at the end of the transaction, must never be of half of it.
    EXECUTE format('UPDATE %I t SET %s WHERE %s', uno.tabla,
      (SELECT string_agg(format('%1$I = (jsonb_populate_record(t, $1)).%1$I', campo), ', ') FROM jsonb_object_keys(nuevo) campo),
      "por_su_clave"(uno.tabla)) USING nuevo, uno.clave;
  END LOOP;
  UPDATE "resumen_sesion" r SET "contenido" = "sin_huellas"(r."contenido" - 'errata' - 'ediciones', claves)
      || jsonb_build_object('errata', r."contenido"->'errata', 'ediciones', r."contenido"->'ediciones')
    WHERE r."contenido"->'enterados' ?| ARRAY(SELECT jsonb_object_keys(claves));
  -- What somebody has open in a form is of before: sent, it would bring the phrase back.
  UPDATE "sesion" SET "revision" = "revision" + 1 WHERE "organo_id" = organo AND "clave" IN (
    SELECT h->>'nombre' FROM jsonb_array_elements(hallados) h
    WHERE h->>'tabla' IN ('sesion', 'punto_orden_dia', 'asistencia', 'hecho_sesion'));
  UPDATE "borrador_formulario" SET "valores" = '{"takenBy":"testado"}'
    WHERE "testar_json"("valores", frase, reemplazo) IS DISTINCT FROM "valores";

  FOR uno IN
    SELECT e."id", e."antes", e."despues", e."objeto" LIKE 'entrega:%' OR e."tipo" = 'resumen.publicado' AS de_mensaje
    FROM "evento" e
    WHERE e."id"::text IN (SELECT h->>'clave' FROM jsonb_array_elements(hallados) h WHERE h->>'tabla' = 'evento')
      OR e."objeto" IN (SELECT 'entrega:' || id FROM unnest(entregas) id)
      OR (e."tipo" = 'resumen.publicado' AND e."objeto" = ANY (publicadas))
    ORDER BY e."secuencia"
  LOOP
    uno."antes" := "testar_json"(uno."antes", frase, reemplazo);
    uno."despues" := "testar_json"(uno."despues", frase, reemplazo);
    IF uno.de_mensaje THEN
      uno."antes" := "sin_huellas"(uno."antes", claves);
      uno."despues" := "sin_huellas"(uno."despues", claves);
    END IF;
    posiciones := posiciones || "quitar_sal"('evento', uno."id"::text);
    UPDATE "evento" SET "antes" = uno."antes", "despues" = uno."despues" WHERE "id" = uno."id";
    PERFORM "sellar"('evento', uno."id"::text, "fila_actual"('evento', uno."id"::text));
  END LOOP;

  SELECT jsonb_build_object('motivo', acto->>'motivo', 'clase', acto->>'clase', 'reemplazo', reemplazo, 'entregas', to_jsonb(entregas),
    'posiciones', (SELECT coalesce(jsonb_agg(p ORDER BY p), '[]') FROM unnest(posiciones) p),
    'lugares', (SELECT jsonb_object_agg(tabla, n) FROM (
      SELECT h->>'tabla' AS tabla, count(*) AS n FROM jsonb_array_elements(hallados) h GROUP BY 1) c)) INTO dicho;
  INSERT INTO "evento" ("id", "tipo", "objeto", "organo_id", "persona_id", "plataforma", "cuenta", "lugar", "orden",
    "despues", "instante") VALUES (gen_random_uuid(), 'bitacora.testada', 'organo:' || organo || ':testado', organo,
    (acto->>'persona')::uuid, acto->>'plataforma', acto->>'cuenta', acto->>'lugar', acto->>'orden', dicho,
    (acto->>'instante')::timestamptz);
  PERFORM set_config('plenaria.testando', '', true);
  RETURN dicho;
END
$$;

-- Whose rights: of the function alone, not of whoever calls it; and only who is granted it may.
DO $$
DECLARE
  cual text;
BEGIN
  FOREACH cual IN ARRAY ARRAY['quitar_sal(text, text)', 'testar(uuid, text, text, jsonb)'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET timezone = ''UTC''', cual);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', cual);
  END LOOP;
  EXECUTE format('ALTER FUNCTION testar(uuid, text, text, jsonb) SECURITY DEFINER SET search_path = %I, pg_temp', current_schema());
END
$$;
