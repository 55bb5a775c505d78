-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "advisory_id" UUID,
ADD COLUMN     "advisory_version" INTEGER,
ADD COLUMN     "changed_facts" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "product" ADD COLUMN     "components_complete" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "components_source" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "category" SET DEFAULT 'not_recorded';

-- AlterTable
ALTER TABLE "register_entry" ADD COLUMN     "advised_action" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "advised_due_on" DATE NOT NULL DEFAULT 'infinity'::date,
ADD COLUMN     "needs_decision" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "advisory" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "identifier" TEXT NOT NULL DEFAULT '',
    "audience" TEXT NOT NULL DEFAULT '',
    "issued_on" DATE NOT NULL,
    "link" TEXT NOT NULL DEFAULT '',
    "bindingness" TEXT NOT NULL DEFAULT 'guidance',
    "summary" TEXT NOT NULL DEFAULT '',
    "quoted_clause" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',
    "confirmation" TEXT NOT NULL DEFAULT 'unconfirmed',
    "library_id" TEXT NOT NULL DEFAULT '',
    "supersedes_id" UUID,
    "amends_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "rules" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 0,
    "rules_version" INTEGER NOT NULL DEFAULT 0,
    "activated_at" TIMESTAMPTZ(6),
    "activated_by_name" TEXT NOT NULL DEFAULT '',
    "withdrawn_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "change_id" UUID,

    CONSTRAINT "advisory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "advisory_version" (
    "advisory_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL,
    "made_by_name" TEXT NOT NULL,

    CONSTRAINT "advisory_version_pkey" PRIMARY KEY ("advisory_id","version")
);

-- CreateTable
CREATE TABLE "advisory_return" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "advisory_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',
    "signed_by" UUID NOT NULL,
    "signed_by_name" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "advisory_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exposure" (
    "exposure_id" BIGSERIAL NOT NULL,
    "deployment_id" UUID NOT NULL,
    "advisory_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "other_rules" TEXT NOT NULL DEFAULT '',
    "action" TEXT NOT NULL,
    "strength" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,
    "valid_to" TIMESTAMPTZ(6) NOT NULL DEFAULT 'infinity'::timestamptz,
    "access_rank" SMALLINT NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "exposure_pkey" PRIMARY KEY ("exposure_id")
);

-- CreateTable
CREATE TABLE "calendar" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "followed_until" DATE NOT NULL,

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "advisory_reference_key" ON "advisory"("reference");

-- CreateIndex
CREATE INDEX "advisory_return_advisory_id_organisation_id_idx" ON "advisory_return"("advisory_id", "organisation_id");

-- CreateIndex
CREATE INDEX "exposure_deployment_id_valid_from_idx" ON "exposure"("deployment_id", "valid_from");

-- CreateIndex
CREATE INDEX "exposure_advisory_id_verdict_idx" ON "exposure"("advisory_id", "verdict");

-- AddForeignKey
ALTER TABLE "advisory" ADD CONSTRAINT "advisory_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "advisory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advisory" ADD CONSTRAINT "advisory_amends_id_fkey" FOREIGN KEY ("amends_id") REFERENCES "advisory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advisory_version" ADD CONSTRAINT "advisory_version_advisory_id_fkey" FOREIGN KEY ("advisory_id") REFERENCES "advisory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advisory_return" ADD CONSTRAINT "advisory_return_advisory_id_fkey" FOREIGN KEY ("advisory_id") REFERENCES "advisory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advisory_return" ADD CONSTRAINT "advisory_return_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
