-- DropIndex
DROP INDEX "system_organisation_id_name_key";

-- AlterTable
ALTER TABLE "exposure" ADD COLUMN     "access_compartment_id" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "history_event" ADD COLUMN     "compartment_id" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "history_change" ADD COLUMN     "compartment_id" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "import_batch" ADD COLUMN     "compartment_id" INTEGER NOT NULL DEFAULT -1;

-- AlterTable
ALTER TABLE "receipt" ADD COLUMN     "scope_compartments" INTEGER[] DEFAULT ARRAY[0]::INTEGER[];

-- AlterTable
ALTER TABLE "register_entry" ADD COLUMN     "access_compartment_id" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "compartment_id" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "setting" ADD COLUMN     "caveats" TEXT[] DEFAULT ARRAY['UK EYES ONLY']::TEXT[];

-- AlterTable
ALTER TABLE "system" ADD COLUMN     "compartment_id" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "group_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
-- Changed in place, since the triggers of the history read whole rows, which do not go with dropped
-- columns: the lowest clearance that lets see what the rank did. The view is made again by prisma/sql.
DROP VIEW IF EXISTS user_list;
ALTER TABLE "user" DROP CONSTRAINT IF EXISTS user_clearance;
ALTER TABLE "user" RENAME COLUMN "clearance_rank" TO "clearance";
ALTER TABLE "user" ALTER COLUMN "clearance" DROP DEFAULT,
ALTER COLUMN "clearance" TYPE TEXT USING (ARRAY['none', 'BPSS', 'SC', 'DV'])["clearance" + 1],
ALTER COLUMN "clearance" SET DEFAULT 'none',
ADD COLUMN     "caveats" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "compartment" (
    "id" SERIAL NOT NULL,
    "demands" TEXT[],

    CONSTRAINT "compartment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_group" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "change_id" UUID,

    CONSTRAINT "access_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_group_member" (
    "group_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "access_group_member_pkey" PRIMARY KEY ("group_id","user_id")
);

-- CreateTable
CREATE TABLE "clearance_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "clearance" TEXT NOT NULL,
    "expires_on" DATE,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "requested_by" UUID,
    "requested_by_name" TEXT NOT NULL DEFAULT '',
    "requested_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" UUID,
    "decided_by_name" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "clearance_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "compartment_demands_key" ON "compartment"("demands");

-- CreateIndex
CREATE UNIQUE INDEX "access_group_name_key" ON "access_group"("name");

-- CreateIndex
CREATE INDEX "clearance_request_user_id_idx" ON "clearance_request"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "system_name_in_its_compartment" ON "system"("organisation_id", "name", "classification_rank", "compartment_id");

-- AddForeignKey
ALTER TABLE "access_group_member" ADD CONSTRAINT "access_group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "access_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_group_member" ADD CONSTRAINT "access_group_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance_request" ADD CONSTRAINT "clearance_request_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
