CREATE TABLE "binding_users" (
	"team_id" text DEFAULT 'local' NOT NULL,
	"binding" text NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"person_id" text DEFAULT '' NOT NULL,
	CONSTRAINT "binding_users_team_id_binding_role_person_id_pk" PRIMARY KEY("team_id","binding","role","person_id")
);
--> statement-breakpoint
CREATE TABLE "spending" (
	"team_id" text DEFAULT 'local' NOT NULL,
	"person_id" text NOT NULL,
	"month" text NOT NULL,
	"input_tokens" bigint DEFAULT 0 NOT NULL,
	"output_tokens" bigint DEFAULT 0 NOT NULL,
	"unpriced_tokens" bigint DEFAULT 0 NOT NULL,
	"micros" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "spending_team_id_person_id_month_pk" PRIMARY KEY("team_id","person_id","month")
);
--> statement-breakpoint
CREATE TABLE "spending_holds" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text DEFAULT 'local' NOT NULL,
	"person_id" text NOT NULL,
	"micros" bigint NOT NULL,
	"tokens" bigint NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spending_limits" (
	"team_id" text DEFAULT 'local' NOT NULL,
	"person_id" text DEFAULT '' NOT NULL,
	"micros" bigint,
	"tokens" bigint,
	CONSTRAINT "spending_limits_team_id_person_id_pk" PRIMARY KEY("team_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "asked_by" text;--> statement-breakpoint
CREATE INDEX "spending_holds_of_person" ON "spending_holds" USING btree ("team_id","person_id");