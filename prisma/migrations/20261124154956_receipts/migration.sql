-- CreateTable
CREATE TABLE "receipt" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "table_name" TEXT NOT NULL,
    "query" TEXT NOT NULL DEFAULT '',
    "as_of" TIMESTAMPTZ(6) NOT NULL,
    "seen_up_to" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "history_head" JSONB NOT NULL,
    "columns" TEXT[],
    "marking" TEXT NOT NULL,
    "access_rank" SMALLINT NOT NULL,
    "organisation_ids" UUID[],
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'incomplete',
    "row_count" INTEGER,
    "byte_count" BIGINT,
    "sha256" TEXT NOT NULL DEFAULT '',
    "exported_by" UUID,
    "exported_by_name" TEXT NOT NULL DEFAULT '',
    "exported_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),
    "scope_rank" SMALLINT NOT NULL,
    "scope_all" BOOLEAN NOT NULL,
    "scope_ids" UUID[],

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "receipt_sha256_idx" ON "receipt"("sha256");

-- CreateIndex
CREATE INDEX "receipt_exported_at_idx" ON "receipt"("exported_at");
