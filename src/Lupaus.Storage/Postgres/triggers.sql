-- What no constraint can say. Run after every migration; safe to run again.
-- Triggers have the same names as on SQLite, and say the same when they refuse; a few more hold what only PostgreSQL can do.

-- RAISE for a trigger that says when it fires and why not: EXECUTE FUNCTION lupaus_refuses('the reason').
CREATE OR REPLACE FUNCTION lupaus_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;

-- Rows of a ticket go only with a recorded erasure of the ticket.
CREATE OR REPLACE FUNCTION lupaus_lasts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ticket_id IS NULL OR NOT EXISTS (SELECT 1 FROM erasures WHERE ticket_id = OLD.ticket_id) THEN
        RAISE EXCEPTION '%', TG_ARGV[0];
    END IF;
    RETURN OLD;
END $$;

CREATE OR REPLACE FUNCTION lupaus_ticket_lasts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM erasures WHERE ticket_id = OLD.id) THEN
        RAISE EXCEPTION 'tickets are not deleted';
    END IF;
    RETURN OLD;
END $$;

-- Invariant 5: the ledger and the facts are append-only; only a recorded erasure may pass.
CREATE OR REPLACE TRIGGER promise_ends_stay BEFORE UPDATE ON promise_ends FOR EACH ROW EXECUTE FUNCTION lupaus_refuses('the ledger of promises is append-only');
CREATE OR REPLACE TRIGGER promise_ends_last BEFORE DELETE ON promise_ends FOR EACH ROW EXECUTE FUNCTION lupaus_lasts('the ledger of promises is append-only');
CREATE OR REPLACE TRIGGER promise_ends_never_emptied BEFORE TRUNCATE ON promise_ends FOR EACH STATEMENT EXECUTE FUNCTION lupaus_refuses('the ledger of promises is append-only');
CREATE OR REPLACE TRIGGER facts_stay BEFORE UPDATE ON facts FOR EACH ROW EXECUTE FUNCTION lupaus_refuses('facts are append-only');
CREATE OR REPLACE TRIGGER facts_last BEFORE DELETE ON facts FOR EACH ROW EXECUTE FUNCTION lupaus_lasts('facts are append-only');
CREATE OR REPLACE TRIGGER facts_never_emptied BEFORE TRUNCATE ON facts FOR EACH STATEMENT EXECUTE FUNCTION lupaus_refuses('facts are append-only');
CREATE OR REPLACE TRIGGER erasures_stay BEFORE UPDATE ON erasures FOR EACH ROW EXECUTE FUNCTION lupaus_refuses('an erasure stays on record');
CREATE OR REPLACE TRIGGER erasures_last BEFORE DELETE ON erasures FOR EACH ROW EXECUTE FUNCTION lupaus_refuses('an erasure stays on record');
CREATE OR REPLACE TRIGGER erasures_never_emptied BEFORE TRUNCATE ON erasures FOR EACH STATEMENT EXECUTE FUNCTION lupaus_refuses('an erasure stays on record');

-- Invariant 2 in time: a live promise ends in the ledger, is never edited in place, and its number never comes again.
CREATE OR REPLACE FUNCTION lupaus_promise_ends_in_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.promise_number IS NOT NULL
        AND (NEW.promise_number, NEW.promise_kind, NEW.promise_due, NEW.promise_made_at, NEW.promise_told_in, NEW.promise_moves)
            IS DISTINCT FROM (OLD.promise_number, OLD.promise_kind, OLD.promise_due, OLD.promise_made_at, OLD.promise_told_in, OLD.promise_moves)
        AND NOT EXISTS (SELECT 1 FROM promise_ends e WHERE e.ticket_id = OLD.id AND e.number = OLD.promise_number
            AND e.due = OLD.promise_due AND e.kind = OLD.promise_kind AND e.made_at = OLD.promise_made_at AND e.told_in = OLD.promise_told_in) THEN
        RAISE EXCEPTION 'a promise ends in the ledger';
    END IF;
    IF NEW.promise_number IS NOT NULL AND EXISTS (SELECT 1 FROM promise_ends e WHERE e.ticket_id = NEW.id AND e.number = NEW.promise_number) THEN
        RAISE EXCEPTION 'a promise that has ended does not live again';
    END IF;
    RETURN NULL;
END $$;
-- Deferred, so that the ledger's line and the ticket's change may come in either order within a transaction.
DROP TRIGGER IF EXISTS tickets_promise_ends_in_ledger ON tickets;
CREATE CONSTRAINT TRIGGER tickets_promise_ends_in_ledger AFTER UPDATE ON tickets DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION lupaus_promise_ends_in_ledger();

CREATE OR REPLACE TRIGGER tickets_begin_open BEFORE INSERT ON tickets FOR EACH ROW
    WHEN (NEW.closure_at IS NOT NULL OR NEW.promises_made <> 1) EXECUTE FUNCTION lupaus_refuses('a ticket begins open, with its first promise');
CREATE OR REPLACE TRIGGER tickets_promises_counted BEFORE UPDATE ON tickets FOR EACH ROW
    WHEN (NEW.promises_made <> OLD.promises_made AND (NEW.promises_made <> OLD.promises_made + 1 OR NEW.promise_number IS NULL))
    EXECUTE FUNCTION lupaus_refuses('promises are counted one by one');

-- Only a live promise ends. The ticket's row is locked, so that nobody changes the promise meanwhile.
CREATE OR REPLACE FUNCTION lupaus_promise_was_live() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM tickets t WHERE t.id = NEW.ticket_id AND t.promise_number = NEW.number AND t.promise_due = NEW.due
        AND t.promise_kind = NEW.kind AND t.promise_made_at = NEW.made_at AND t.promise_told_in = NEW.told_in FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'only a live promise ends';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER promise_ends_was_live BEFORE INSERT ON promise_ends FOR EACH ROW EXECUTE FUNCTION lupaus_promise_was_live();

-- The other half: a line in the ledger without the ticket's change would leave a promise both ended and live.
CREATE OR REPLACE FUNCTION lupaus_ended_is_not_live() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM tickets t WHERE t.id = NEW.ticket_id AND t.promise_number = NEW.number) THEN
        RAISE EXCEPTION 'a promise that has ended does not live on';
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS promise_ends_is_not_live ON promise_ends;
CREATE CONSTRAINT TRIGGER promise_ends_is_not_live AFTER INSERT ON promise_ends DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION lupaus_ended_is_not_live();

-- Invariants 2 and 4: a promise is told in a word of its own ticket, and one of ours has given it. No foreign key says
-- so, as the promise is part of the ticket's own row.
CREATE OR REPLACE FUNCTION lupaus_promise_is_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.live_told_in IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = NEW.live_told_in AND o.ticket_id = NEW.id) THEN
        RAISE EXCEPTION 'a promise is told in its own ticket';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER tickets_begin_told BEFORE INSERT ON tickets FOR EACH ROW EXECUTE FUNCTION lupaus_promise_is_told();
CREATE OR REPLACE TRIGGER tickets_promise_is_told BEFORE UPDATE OF id, live_told_in ON tickets FOR EACH ROW EXECUTE FUNCTION lupaus_promise_is_told();

CREATE OR REPLACE FUNCTION lupaus_promise_is_given() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.promise_promiser IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agents a WHERE a.id = NEW.promise_promiser) THEN
        RAISE EXCEPTION 'a promise is given by one of ours';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER tickets_begin_promised BEFORE INSERT ON tickets FOR EACH ROW EXECUTE FUNCTION lupaus_promise_is_given();
CREATE OR REPLACE TRIGGER tickets_promise_is_given BEFORE UPDATE OF promise_promiser ON tickets FOR EACH ROW EXECUTE FUNCTION lupaus_promise_is_given();

-- Invariant 1: there is always a duty agent, because there is always the company that has one.
CREATE OR REPLACE TRIGGER company_last BEFORE DELETE ON company FOR EACH ROW EXECUTE FUNCTION lupaus_refuses('the company is not deleted');
CREATE OR REPLACE TRIGGER company_never_emptied BEFORE TRUNCATE ON company FOR EACH STATEMENT EXECUTE FUNCTION lupaus_refuses('the company is not deleted');

-- Invariants 3 and 4: what was received stays, in the ticket it belongs to, and what was to be told stays to be told.
CREATE OR REPLACE FUNCTION lupaus_message_is_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.sent_as IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = NEW.sent_as AND o.ticket_id = NEW.ticket_id) THEN
        RAISE EXCEPTION 'a message is told in its own ticket';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER messages_are_told BEFORE INSERT ON messages FOR EACH ROW EXECUTE FUNCTION lupaus_message_is_told();
CREATE OR REPLACE TRIGGER messages_stay BEFORE UPDATE ON messages FOR EACH ROW
    WHEN ((NEW.id, NEW.at, NEW.direction, NEW.nature, NEW.source_name, NEW.source_key, NEW.sent_as)
        IS DISTINCT FROM (OLD.id, OLD.at, OLD.direction, OLD.nature, OLD.source_name, OLD.source_key, OLD.sent_as))
    EXECUTE FUNCTION lupaus_refuses('of a message only the words may be erased');
-- A message that came to the wrong matter moves to another of the same customer, and the move is on record. Our own words
-- stay where they told a promise.
CREATE OR REPLACE FUNCTION lupaus_message_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.ticket_id IS DISTINCT FROM OLD.ticket_id AND (OLD.direction = 'ToCustomer'
        OR NOT EXISTS (SELECT 1 FROM tickets n JOIN tickets o ON o.customer_id = n.customer_id WHERE n.id = NEW.ticket_id AND o.id = OLD.ticket_id)
        OR NOT EXISTS (SELECT 1 FROM facts f WHERE f.ticket_id = OLD.ticket_id AND f.kind = 'MessageMoved'
            AND f.data::jsonb ->> 'Message' = OLD.id::text AND f.data::jsonb ->> 'To' = NEW.ticket_id::text)) THEN
        RAISE EXCEPTION 'a message moves only between matters of one customer, on record';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER messages_move_on_record BEFORE UPDATE OF ticket_id ON messages FOR EACH ROW EXECUTE FUNCTION lupaus_message_moves();
CREATE OR REPLACE TRIGGER messages_last BEFORE DELETE ON messages FOR EACH ROW EXECUTE FUNCTION lupaus_lasts('messages are not deleted');
CREATE OR REPLACE TRIGGER messages_never_emptied BEFORE TRUNCATE ON messages FOR EACH STATEMENT EXECUTE FUNCTION lupaus_refuses('messages are not deleted');
-- A mail stays as it came, and so does what it became.
CREATE OR REPLACE TRIGGER received_mails_stay BEFORE UPDATE ON received_mails FOR EACH ROW
    WHEN ((NEW.id, NEW.at, NEW.door, NEW.source_key, NEW.raw_hash) IS DISTINCT FROM (OLD.id, OLD.at, OLD.door, OLD.source_key, OLD.raw_hash)
        OR (OLD.fate <> 'Quarantined' AND NEW.length <> OLD.length)
        OR (OLD.fate IN ('Opened', 'Joined', 'Recorded') AND (NEW.fate, NEW.ticket_id, NEW.message_id) IS DISTINCT FROM (OLD.fate, OLD.ticket_id, OLD.message_id)))
    EXECUTE FUNCTION lupaus_refuses('a received mail stays as it came');
CREATE OR REPLACE TRIGGER received_mails_last BEFORE DELETE ON received_mails FOR EACH ROW EXECUTE FUNCTION lupaus_lasts('received mails are not deleted');
CREATE OR REPLACE TRIGGER received_mails_never_emptied BEFORE TRUNCATE ON received_mails FOR EACH STATEMENT EXECUTE FUNCTION lupaus_refuses('received mails are not deleted');
CREATE OR REPLACE TRIGGER tickets_last BEFORE DELETE ON tickets FOR EACH ROW EXECUTE FUNCTION lupaus_ticket_lasts();
CREATE OR REPLACE TRIGGER tickets_never_emptied BEFORE TRUNCATE ON tickets FOR EACH STATEMENT EXECUTE FUNCTION lupaus_refuses('tickets are not deleted');
CREATE OR REPLACE TRIGGER outbox_stay BEFORE UPDATE ON outbox FOR EACH ROW
    WHEN ((NEW.id, NEW.letter, NEW.ticket_id, NEW.agent_id, NEW.internet_message_id)
        IS DISTINCT FROM (OLD.id, OLD.letter, OLD.ticket_id, OLD.agent_id, OLD.internet_message_id))
    EXECUTE FUNCTION lupaus_refuses('an outbox entry keeps its message');
CREATE OR REPLACE TRIGGER outbox_last BEFORE DELETE ON outbox FOR EACH ROW EXECUTE FUNCTION lupaus_lasts('the outbox keeps what it held');
CREATE OR REPLACE TRIGGER outbox_never_emptied BEFORE TRUNCATE ON outbox FOR EACH STATEMENT EXECUTE FUNCTION lupaus_refuses('the outbox keeps what it held');

-- Invariant 6: an open discrepancy or an unmended failure keeps a ticket from being solved. Both sides lock the
-- ticket's row, so that two transactions can't each miss what the other does.
CREATE OR REPLACE FUNCTION lupaus_solved_without_obstacles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.closure_how = 'Solved' AND EXISTS (SELECT 1 FROM obstacles o WHERE o.ticket_id = NEW.id AND o.settled_at IS NULL) THEN
        RAISE EXCEPTION 'an open obstacle keeps the ticket from being solved';
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS tickets_solved_without_obstacles ON tickets;
CREATE CONSTRAINT TRIGGER tickets_solved_without_obstacles AFTER UPDATE ON tickets DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION lupaus_solved_without_obstacles();

-- At the end, since a ticket may be reopened because of what stands in the way.
CREATE OR REPLACE FUNCTION lupaus_obstacle_not_on_solved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE how text;
BEGIN
    SELECT closure_how INTO how FROM tickets WHERE id = NEW.ticket_id FOR UPDATE;
    IF how = 'Solved' AND EXISTS (SELECT 1 FROM obstacles o WHERE o.id = NEW.id AND o.ticket_id = NEW.ticket_id AND o.settled_at IS NULL) THEN
        RAISE EXCEPTION 'a solved ticket has no open obstacle';
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS obstacles_not_on_solved ON obstacles;
CREATE CONSTRAINT TRIGGER obstacles_not_on_solved AFTER INSERT OR UPDATE OF ticket_id ON obstacles DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION lupaus_obstacle_not_on_solved();
CREATE OR REPLACE FUNCTION lupaus_obstacle_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind <> OLD.kind OR (OLD.settled_at IS NOT NULL AND (NEW.settled_at IS NULL OR NEW.ticket_id <> OLD.ticket_id
        OR NEW.holds IS DISTINCT FROM OLD.holds OR NEW.cause IS DISTINCT FROM OLD.cause)) OR (NEW.ticket_id <> OLD.ticket_id
        AND NOT EXISTS (SELECT 1 FROM tickets n JOIN tickets o ON o.customer_id = n.customer_id WHERE n.id = NEW.ticket_id AND o.id = OLD.ticket_id)) THEN
        RAISE EXCEPTION 'a settled obstacle stays settled';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER obstacles_stay_settled BEFORE UPDATE ON obstacles FOR EACH ROW EXECUTE FUNCTION lupaus_obstacle_stays();
-- What was given is booked once: taking it back is a line of its own, and of both only the words may be erased.
CREATE OR REPLACE TRIGGER goodwill_stays BEFORE UPDATE ON goodwill FOR EACH ROW
    WHEN (NEW.id <> OLD.id OR NEW.ticket_id <> OLD.ticket_id OR NEW.giver_id <> OLD.giver_id OR NEW.cents <> OLD.cents OR NEW.at <> OLD.at OR NEW.duty_id IS DISTINCT FROM OLD.duty_id)
    EXECUTE FUNCTION lupaus_refuses('goodwill stays as it was booked');
CREATE OR REPLACE TRIGGER goodwill_lasts BEFORE DELETE ON goodwill FOR EACH ROW EXECUTE FUNCTION lupaus_lasts('goodwill stays as it was booked');
CREATE OR REPLACE TRIGGER goodwill_never_emptied BEFORE TRUNCATE ON goodwill FOR EACH STATEMENT EXECUTE FUNCTION lupaus_refuses('goodwill stays as it was booked');
CREATE OR REPLACE TRIGGER goodwill_returns_stay BEFORE UPDATE ON goodwill_returns FOR EACH ROW
    WHEN (NEW.goodwill_id <> OLD.goodwill_id OR NEW.ticket_id <> OLD.ticket_id OR NEW.by_id <> OLD.by_id OR NEW.at <> OLD.at)
    EXECUTE FUNCTION lupaus_refuses('goodwill taken back stays so');
CREATE OR REPLACE TRIGGER goodwill_returns_last BEFORE DELETE ON goodwill_returns FOR EACH ROW EXECUTE FUNCTION lupaus_lasts('goodwill taken back stays so');
CREATE OR REPLACE TRIGGER goodwill_returns_never_emptied BEFORE TRUNCATE ON goodwill_returns FOR EACH STATEMENT EXECUTE FUNCTION lupaus_refuses('goodwill taken back stays so');

CREATE OR REPLACE TRIGGER obstacles_last BEFORE DELETE ON obstacles FOR EACH ROW EXECUTE FUNCTION lupaus_lasts('obstacles are settled, not deleted');
CREATE OR REPLACE TRIGGER obstacles_never_emptied BEFORE TRUNCATE ON obstacles FOR EACH STATEMENT EXECUTE FUNCTION lupaus_refuses('obstacles are settled, not deleted');

-- A matter goes on in one that goes on itself, and of the same customer. What came along with another is looked through
-- by `lupaus check`: it moves in the same transaction, and no order of statements would suit every case.
CREATE OR REPLACE FUNCTION lupaus_merges_into_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.merged_into_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id) AND NOT EXISTS (
        SELECT 1 FROM tickets w WHERE w.id = NEW.merged_into_id AND w.customer_id = NEW.customer_id
            AND (w.merged_into_id IS NULL OR (TG_OP = 'UPDATE' AND OLD.merged_into_id IS NOT NULL))) THEN
        RAISE EXCEPTION 'a matter goes on in another of the same customer';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER tickets_merge_into_whole BEFORE UPDATE OF merged_into_id ON tickets FOR EACH ROW EXECUTE FUNCTION lupaus_merges_into_whole();
CREATE OR REPLACE TRIGGER tickets_begin_unmerged BEFORE INSERT ON tickets FOR EACH ROW EXECUTE FUNCTION lupaus_merges_into_whole();

-- Other web nodes hear which facts have been stored. A great many at once are an import, which nobody watches live.
CREATE OR REPLACE FUNCTION lupaus_pass_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM stored) <= 300 THEN
        PERFORM pg_notify('lupaus_facts', (SELECT string_agg(id::text, ',') FROM stored));
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER facts_are_passed_on AFTER INSERT ON facts REFERENCING NEW TABLE AS stored FOR EACH STATEMENT EXECUTE FUNCTION lupaus_pass_on();

-- The index of what can be searched: an entry's tokens go into it as the entry is stored.
ALTER TABLE search_entries ADD COLUMN IF NOT EXISTS index tsvector;
CREATE INDEX IF NOT EXISTS ix_search_entries_index ON search_entries USING gin (index);

CREATE OR REPLACE FUNCTION lupaus_index() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.index := NEW.tokens::tsvector;
    NEW.tokens := '';
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER search_entries_come BEFORE INSERT ON search_entries FOR EACH ROW WHEN (NEW.tokens <> '') EXECUTE FUNCTION lupaus_index();
CREATE OR REPLACE TRIGGER search_entries_change BEFORE UPDATE ON search_entries FOR EACH ROW WHEN (NEW.tokens <> '') EXECUTE FUNCTION lupaus_index();

CREATE OR REPLACE FUNCTION lupaus_leaves_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM search_entries WHERE id = OLD.id;
    RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER messages_leave_search BEFORE DELETE ON messages FOR EACH ROW EXECUTE FUNCTION lupaus_leaves_search();
CREATE OR REPLACE TRIGGER tickets_leave_search BEFORE DELETE ON tickets FOR EACH ROW EXECUTE FUNCTION lupaus_leaves_search();

CREATE OR REPLACE FUNCTION lupaus_moves_in_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE search_entries SET ticket_id = NEW.ticket_id WHERE id = NEW.id;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER messages_move_in_search AFTER UPDATE OF ticket_id ON messages FOR EACH ROW WHEN (NEW.ticket_id <> OLD.ticket_id) EXECUTE FUNCTION lupaus_moves_in_search();

-- Words that are erased are not found either.
CREATE OR REPLACE TRIGGER messages_erased_leave_search AFTER UPDATE OF body ON messages FOR EACH ROW WHEN (NEW.body <> OLD.body) EXECUTE FUNCTION lupaus_leaves_search();

-- The common line, for each topic and language by itself: who is next is the first of a few of these. What a complex property keeps can't be
-- indexed by the model, so all three stand here.
CREATE INDEX IF NOT EXISTS ix_tickets_line_promised ON tickets (topic_id, language, promise_due) WHERE closure_at IS NULL AND first_human_word_at IS NULL AND aside_until IS NULL AND taken_at IS NULL;
CREATE INDEX IF NOT EXISTS ix_tickets_line_deadline ON tickets (topic_id, language, deadline) WHERE closure_at IS NULL AND first_human_word_at IS NULL AND aside_until IS NULL AND taken_at IS NULL;
CREATE INDEX IF NOT EXISTS ix_tickets_line_since ON tickets (topic_id, language, in_line_since, id) WHERE closure_at IS NULL AND first_human_word_at IS NULL AND aside_until IS NULL AND taken_at IS NULL;

-- What people are looked for by. A dozen keys are asked at once, and each would go through what waits to be put into the index.
CREATE INDEX IF NOT EXISTS ix_people_found_by ON people USING gin (array_to_tsvector(string_to_array(found_by, ' '))) WITH (fastupdate = off);
