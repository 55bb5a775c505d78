-- DropForeignKey
ALTER TABLE "import_change" DROP CONSTRAINT "import_change_import_id_fkey";

-- DropIndex
DROP INDEX "import_match_import_id_name_supplier_id_key";

-- AlterTable
ALTER TABLE "import_batch" ADD COLUMN     "history_from" BIGINT,
ADD COLUMN     "history_to" BIGINT,
ADD COLUMN     "line_end" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "problem_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rejected_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "requested_by" UUID;

-- AlterTable
ALTER TABLE "import_match" ADD COLUMN     "candidate" TEXT NOT NULL,
ALTER COLUMN "supplier_id" DROP NOT NULL;

-- DropTable
DROP TABLE "import_change";

-- CreateIndex
CREATE UNIQUE INDEX "import_match_import_id_name_candidate_key" ON "import_match"("import_id", "name", "candidate");
