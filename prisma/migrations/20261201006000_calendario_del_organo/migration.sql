-- CreateEnum
CREATE TYPE "regimen_inhabil" AS ENUM ('apf', 'lft', 'lfpa', 'union', 'ninguno');

-- AlterTable
ALTER TABLE "organo" ADD COLUMN     "calendario" "regimen_inhabil";

-- Until now every body was counted by the official calendar: those that there are go on being.
UPDATE "organo" SET "calendario" = 'apf';
