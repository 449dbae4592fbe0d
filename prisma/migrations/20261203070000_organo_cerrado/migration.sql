-- AlterTable
ALTER TABLE "organo" ADD COLUMN     "cerrado_el" DATE;
