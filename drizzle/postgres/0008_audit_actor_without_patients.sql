DROP INDEX "audit_events_actor";--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","at") WHERE "audit_events"."actor_kind" <> 'patient';