-- AlterEnum
ALTER TYPE "falla_alcance" ADD VALUE 'platform';
