CREATE TABLE "chunks" (
	"reply_id" text NOT NULL,
	"seq" integer NOT NULL,
	"chunk" json NOT NULL,
	CONSTRAINT "chunks_reply_id_seq_pk" PRIMARY KEY("reply_id","seq")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"path" text NOT NULL,
	"bytes" bigint NOT NULL,
	"tables" json NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ledger_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"from" text,
	"binding" text NOT NULL,
	"operation" text NOT NULL,
	"effect" text NOT NULL,
	"args" json,
	"rows" bigint,
	"bytes" bigint,
	"ms" real,
	"outcome" text NOT NULL,
	"message" text
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "messages_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"role" text NOT NULL,
	"parts" json NOT NULL,
	"metadata" json
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"program_id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"current_version_id" text,
	"shared_revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"message_id" text NOT NULL,
	"model_id" text NOT NULL,
	"base" json NOT NULL,
	"state" text DEFAULT 'streaming' NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"stop_requested" boolean DEFAULT false NOT NULL,
	"owner" text NOT NULL,
	"lease_until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" json
);
--> statement-breakpoint
CREATE TABLE "shared" (
	"program_id" text NOT NULL,
	"key" text NOT NULL,
	"value" json,
	"revision" integer NOT NULL,
	CONSTRAINT "shared_program_id_key_pk" PRIMARY KEY("program_id","key")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"source" json NOT NULL,
	"diagnostics" json NOT NULL,
	"label" text NOT NULL,
	"origin" json,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "versions_ordinal" UNIQUE("program_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "chunks" ADD CONSTRAINT "chunks_reply_id_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."replies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared" ADD CONSTRAINT "shared_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_in_order" ON "ledger" USING btree ("program_id","position");--> statement-breakpoint
CREATE INDEX "messages_in_order" ON "messages" USING btree ("program_id","position");--> statement-breakpoint
CREATE INDEX "programs_by_update" ON "programs" USING btree ("updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "replies_one_streaming" ON "replies" USING btree ("program_id") WHERE state = 'streaming';--> statement-breakpoint
CREATE INDEX "replies_in_order" ON "replies" USING btree ("program_id","created_at");