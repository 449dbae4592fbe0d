ALTER TYPE "calidad" ADD VALUE 'invitado_especial';
ALTER TYPE "calidad" ADD VALUE 'organo_interno_de_control';
ALTER TYPE "calidad" ADD VALUE 'unidad_de_transparencia';
