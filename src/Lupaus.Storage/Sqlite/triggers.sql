-- What no constraint can say. Run after every migration; safe to run again.

-- Invariant 5: the ledger and the facts are append-only; only a recorded erasure may pass.
DROP TRIGGER IF EXISTS promise_ends_stay;
CREATE TRIGGER promise_ends_stay BEFORE UPDATE ON promise_ends
BEGIN SELECT RAISE(ABORT, 'the ledger of promises is append-only'); END;

DROP TRIGGER IF EXISTS promise_ends_last;
CREATE TRIGGER promise_ends_last BEFORE DELETE ON promise_ends
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE ticket_id = OLD.ticket_id)
BEGIN SELECT RAISE(ABORT, 'the ledger of promises is append-only'); END;

DROP TRIGGER IF EXISTS facts_stay;
CREATE TRIGGER facts_stay BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

DROP TRIGGER IF EXISTS facts_last;
CREATE TRIGGER facts_last BEFORE DELETE ON facts
WHEN OLD.ticket_id IS NULL OR NOT EXISTS (SELECT 1 FROM erasures WHERE ticket_id = OLD.ticket_id)
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

-- Invariant 2 in time: a live promise ends in the ledger, is never edited in place, and its number never comes again.
DROP TRIGGER IF EXISTS tickets_promise_ends_in_ledger;
CREATE TRIGGER tickets_promise_ends_in_ledger BEFORE UPDATE ON tickets
WHEN OLD.promise_number IS NOT NULL
    AND (NEW.promise_number IS NOT OLD.promise_number OR NEW.promise_kind IS NOT OLD.promise_kind OR NEW.promise_due IS NOT OLD.promise_due
        OR NEW.promise_made_at IS NOT OLD.promise_made_at OR NEW.promise_told_in IS NOT OLD.promise_told_in OR NEW.promise_moves IS NOT OLD.promise_moves)
    AND NOT EXISTS (SELECT 1 FROM promise_ends e WHERE e.ticket_id = OLD.id AND e.number = OLD.promise_number
        AND e.due = OLD.promise_due AND e.kind = OLD.promise_kind AND e.made_at = OLD.promise_made_at AND e.told_in = OLD.promise_told_in)
BEGIN SELECT RAISE(ABORT, 'a promise ends in the ledger'); END;

DROP TRIGGER IF EXISTS tickets_promise_is_new;
CREATE TRIGGER tickets_promise_is_new BEFORE UPDATE ON tickets
WHEN NEW.promise_number IS NOT NULL
    AND EXISTS (SELECT 1 FROM promise_ends e WHERE e.ticket_id = NEW.id AND e.number = NEW.promise_number)
BEGIN SELECT RAISE(ABORT, 'a promise that has ended does not live again'); END;

DROP TRIGGER IF EXISTS tickets_begin_open;
CREATE TRIGGER tickets_begin_open BEFORE INSERT ON tickets
WHEN NEW.closure_at IS NOT NULL OR NEW.promises_made <> 1
BEGIN SELECT RAISE(ABORT, 'a ticket begins open, with its first promise'); END;

DROP TRIGGER IF EXISTS promise_ends_was_live;
CREATE TRIGGER promise_ends_was_live BEFORE INSERT ON promise_ends
WHEN NOT EXISTS (SELECT 1 FROM tickets t WHERE t.id = NEW.ticket_id AND t.promise_number = NEW.number AND t.promise_due = NEW.due
        AND t.promise_kind = NEW.kind AND t.promise_made_at = NEW.made_at AND t.promise_told_in = NEW.told_in)
BEGIN SELECT RAISE(ABORT, 'only a live promise ends'); END;

-- A line in the ledger without the ticket's change would leave a promise both ended and live. SQLite has no deferred
-- triggers, but it has deferred foreign keys: the line leaves a debt, a row that refers to nothing, and nothing can be
-- committed before the ticket's own change has paid it.
CREATE TABLE IF NOT EXISTS promise_debts (
    ticket_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    nobody INTEGER UNIQUE CHECK (nobody IS NULL),
    owed_to INTEGER NOT NULL DEFAULT 1 REFERENCES promise_debts (nobody) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (ticket_id, number)
);

DROP TRIGGER IF EXISTS promise_ends_is_not_live;
CREATE TRIGGER promise_ends_is_not_live AFTER INSERT ON promise_ends
BEGIN INSERT INTO promise_debts (ticket_id, number) VALUES (NEW.ticket_id, NEW.number); END;

DROP TRIGGER IF EXISTS tickets_pay_promise_debts;
CREATE TRIGGER tickets_pay_promise_debts AFTER UPDATE OF promise_number ON tickets
WHEN OLD.promise_number IS NOT NULL AND NEW.promise_number IS NOT OLD.promise_number
BEGIN DELETE FROM promise_debts WHERE ticket_id = OLD.id AND number = OLD.promise_number; END;

DROP TRIGGER IF EXISTS promise_debts_are_paid;
CREATE TRIGGER promise_debts_are_paid BEFORE DELETE ON promise_debts
WHEN EXISTS (SELECT 1 FROM tickets t WHERE t.id = OLD.ticket_id AND t.promise_number = OLD.number)
BEGIN SELECT RAISE(ABORT, 'a promise that has ended does not live on'); END;

DROP TRIGGER IF EXISTS promise_debts_stay;
CREATE TRIGGER promise_debts_stay BEFORE UPDATE ON promise_debts
BEGIN SELECT RAISE(ABORT, 'a promise that has ended does not live on'); END;

DROP TRIGGER IF EXISTS tickets_promises_counted;
CREATE TRIGGER tickets_promises_counted BEFORE UPDATE ON tickets
WHEN NEW.promises_made <> OLD.promises_made AND (NEW.promises_made <> OLD.promises_made + 1 OR NEW.promise_number IS NULL)
BEGIN SELECT RAISE(ABORT, 'promises are counted one by one'); END;

-- Invariants 2 and 4: a promise is told in a word of its own ticket, and one of ours has given it. No foreign key says
-- so, as the promise is part of the ticket's own row.
DROP TRIGGER IF EXISTS tickets_begin_told;
CREATE TRIGGER tickets_begin_told BEFORE INSERT ON tickets
WHEN NEW.live_told_in IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = NEW.live_told_in AND o.ticket_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a promise is told in its own ticket'); END;

DROP TRIGGER IF EXISTS tickets_promise_is_told;
CREATE TRIGGER tickets_promise_is_told BEFORE UPDATE OF id, live_told_in ON tickets
WHEN NEW.live_told_in IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = NEW.live_told_in AND o.ticket_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a promise is told in its own ticket'); END;

DROP TRIGGER IF EXISTS tickets_begin_promised;
CREATE TRIGGER tickets_begin_promised BEFORE INSERT ON tickets
WHEN NEW.promise_promiser IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agents a WHERE a.id = NEW.promise_promiser)
BEGIN SELECT RAISE(ABORT, 'a promise is given by one of ours'); END;

DROP TRIGGER IF EXISTS tickets_promise_is_given;
CREATE TRIGGER tickets_promise_is_given BEFORE UPDATE OF promise_promiser ON tickets
WHEN NEW.promise_promiser IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agents a WHERE a.id = NEW.promise_promiser)
BEGIN SELECT RAISE(ABORT, 'a promise is given by one of ours'); END;

-- Invariant 1: there is always a duty agent, because there is always the company that has one.
DROP TRIGGER IF EXISTS company_last;
CREATE TRIGGER company_last BEFORE DELETE ON company
BEGIN SELECT RAISE(ABORT, 'the company is not deleted'); END;

-- Invariant 3: what was received stays, in the ticket it belongs to.
DROP TRIGGER IF EXISTS messages_last;
CREATE TRIGGER messages_last BEFORE DELETE ON messages
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE ticket_id = OLD.ticket_id)
BEGIN SELECT RAISE(ABORT, 'messages are not deleted'); END;

DROP TRIGGER IF EXISTS messages_stay;
CREATE TRIGGER messages_stay BEFORE UPDATE ON messages
WHEN NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.direction <> OLD.direction OR NEW.nature <> OLD.nature
    OR NEW.source_name IS NOT OLD.source_name OR NEW.source_key IS NOT OLD.source_key OR NEW.sent_as IS NOT OLD.sent_as
BEGIN SELECT RAISE(ABORT, 'of a message only the words may be erased'); END;

-- A message that came to the wrong matter moves to another of the same customer, and the move is on record. Our own words
-- stay where they told a promise.
DROP TRIGGER IF EXISTS messages_move_on_record;
CREATE TRIGGER messages_move_on_record BEFORE UPDATE OF ticket_id ON messages
WHEN NEW.ticket_id <> OLD.ticket_id AND (OLD.direction = 'ToCustomer'
    OR NOT EXISTS (SELECT 1 FROM tickets n JOIN tickets o ON o.customer_id = n.customer_id WHERE n.id = NEW.ticket_id AND o.id = OLD.ticket_id)
    OR NOT EXISTS (SELECT 1 FROM facts f WHERE f.ticket_id = OLD.ticket_id AND f.kind = 'MessageMoved'
        AND CAST(json_extract(f.data, '$.Message') AS TEXT) = CAST(OLD.id AS TEXT) AND CAST(json_extract(f.data, '$.To') AS TEXT) = CAST(NEW.ticket_id AS TEXT)))
BEGIN SELECT RAISE(ABORT, 'a message moves only between matters of one customer, on record'); END;

-- A mail stays as it came, and so does what it became.
DROP TRIGGER IF EXISTS received_mails_last;
CREATE TRIGGER received_mails_last BEFORE DELETE ON received_mails
WHEN OLD.ticket_id IS NULL OR NOT EXISTS (SELECT 1 FROM erasures WHERE ticket_id = OLD.ticket_id)
BEGIN SELECT RAISE(ABORT, 'received mails are not deleted'); END;

DROP TRIGGER IF EXISTS received_mails_stay;
CREATE TRIGGER received_mails_stay BEFORE UPDATE ON received_mails
WHEN NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.door <> OLD.door OR NEW.source_key <> OLD.source_key OR NEW.raw_hash <> OLD.raw_hash
    OR (OLD.fate <> 'Quarantined' AND NEW.length <> OLD.length)
    OR (OLD.fate IN ('Opened', 'Joined', 'Recorded') AND (NEW.fate <> OLD.fate OR NEW.ticket_id IS NOT OLD.ticket_id OR NEW.message_id IS NOT OLD.message_id))
BEGIN SELECT RAISE(ABORT, 'a received mail stays as it came'); END;

DROP TRIGGER IF EXISTS tickets_last;
CREATE TRIGGER tickets_last BEFORE DELETE ON tickets
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE ticket_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'tickets are not deleted'); END;

-- Invariant 4: what was to be told stays to be told.
DROP TRIGGER IF EXISTS outbox_last;
CREATE TRIGGER outbox_last BEFORE DELETE ON outbox
WHEN OLD.ticket_id IS NULL OR NOT EXISTS (SELECT 1 FROM erasures WHERE ticket_id = OLD.ticket_id)
BEGIN SELECT RAISE(ABORT, 'the outbox keeps what it held'); END;

DROP TRIGGER IF EXISTS outbox_stay;
CREATE TRIGGER outbox_stay BEFORE UPDATE ON outbox
WHEN NEW.id <> OLD.id OR NEW.letter <> OLD.letter OR NEW.ticket_id IS NOT OLD.ticket_id OR NEW.agent_id IS NOT OLD.agent_id
    OR NEW.internet_message_id <> OLD.internet_message_id
BEGIN SELECT RAISE(ABORT, 'an outbox entry keeps its message'); END;

DROP TRIGGER IF EXISTS messages_are_told;
CREATE TRIGGER messages_are_told BEFORE INSERT ON messages
WHEN NEW.sent_as IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = NEW.sent_as AND o.ticket_id = NEW.ticket_id)
BEGIN SELECT RAISE(ABORT, 'a message is told in its own ticket'); END;

DROP TRIGGER IF EXISTS erasures_stay;
CREATE TRIGGER erasures_stay BEFORE UPDATE ON erasures
BEGIN SELECT RAISE(ABORT, 'an erasure stays on record'); END;

DROP TRIGGER IF EXISTS erasures_last;
CREATE TRIGGER erasures_last BEFORE DELETE ON erasures
BEGIN SELECT RAISE(ABORT, 'an erasure stays on record'); END;

-- Invariant 6: an open discrepancy or an unmended failure keeps a ticket from being solved.
DROP TRIGGER IF EXISTS tickets_solved_without_obstacles;
CREATE TRIGGER tickets_solved_without_obstacles BEFORE UPDATE ON tickets
WHEN NEW.closure_how = 'Solved' AND EXISTS (SELECT 1 FROM obstacles o WHERE o.ticket_id = NEW.id AND o.settled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'an open obstacle keeps the ticket from being solved'); END;

DROP TRIGGER IF EXISTS obstacles_not_on_solved;
CREATE TRIGGER obstacles_not_on_solved BEFORE INSERT ON obstacles
WHEN NEW.settled_at IS NULL AND EXISTS (SELECT 1 FROM tickets t WHERE t.id = NEW.ticket_id AND t.closure_how = 'Solved')
BEGIN SELECT RAISE(ABORT, 'a solved ticket has no open obstacle'); END;

DROP TRIGGER IF EXISTS obstacles_move_not_to_solved;
CREATE TRIGGER obstacles_move_not_to_solved BEFORE UPDATE OF ticket_id ON obstacles
WHEN NEW.settled_at IS NULL AND EXISTS (SELECT 1 FROM tickets t WHERE t.id = NEW.ticket_id AND t.closure_how = 'Solved')
BEGIN SELECT RAISE(ABORT, 'a solved ticket has no open obstacle'); END;

DROP TRIGGER IF EXISTS obstacles_stay_settled;
CREATE TRIGGER obstacles_stay_settled BEFORE UPDATE ON obstacles
WHEN NEW.kind <> OLD.kind OR (OLD.settled_at IS NOT NULL AND (NEW.settled_at IS NULL OR NEW.ticket_id <> OLD.ticket_id OR NEW.holds IS NOT OLD.holds OR NEW.cause IS NOT OLD.cause)) OR (NEW.ticket_id <> OLD.ticket_id
    AND NOT EXISTS (SELECT 1 FROM tickets n JOIN tickets o ON o.customer_id = n.customer_id WHERE n.id = NEW.ticket_id AND o.id = OLD.ticket_id))
BEGIN SELECT RAISE(ABORT, 'a settled obstacle stays settled'); END;

-- What was given is booked once: taking it back is a line of its own, and of both only the words may be erased.
DROP TRIGGER IF EXISTS goodwill_stays;
CREATE TRIGGER goodwill_stays BEFORE UPDATE ON goodwill
WHEN NEW.id <> OLD.id OR NEW.ticket_id <> OLD.ticket_id OR NEW.giver_id <> OLD.giver_id OR NEW.cents <> OLD.cents OR NEW.at <> OLD.at OR NEW.duty_id IS NOT OLD.duty_id
BEGIN SELECT RAISE(ABORT, 'goodwill stays as it was booked'); END;

DROP TRIGGER IF EXISTS goodwill_lasts;
CREATE TRIGGER goodwill_lasts BEFORE DELETE ON goodwill
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE ticket_id = OLD.ticket_id)
BEGIN SELECT RAISE(ABORT, 'goodwill stays as it was booked'); END;

DROP TRIGGER IF EXISTS goodwill_returns_stay;
CREATE TRIGGER goodwill_returns_stay BEFORE UPDATE ON goodwill_returns
WHEN NEW.goodwill_id <> OLD.goodwill_id OR NEW.ticket_id <> OLD.ticket_id OR NEW.by_id <> OLD.by_id OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'goodwill taken back stays so'); END;

DROP TRIGGER IF EXISTS goodwill_returns_last;
CREATE TRIGGER goodwill_returns_last BEFORE DELETE ON goodwill_returns
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE ticket_id = OLD.ticket_id)
BEGIN SELECT RAISE(ABORT, 'goodwill taken back stays so'); END;

DROP TRIGGER IF EXISTS obstacles_last;
CREATE TRIGGER obstacles_last BEFORE DELETE ON obstacles
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE ticket_id = OLD.ticket_id)
BEGIN SELECT RAISE(ABORT, 'obstacles are settled, not deleted'); END;

-- A matter goes on in one that goes on itself, and of the same customer. What came along with another is looked through
-- by `lupaus check`: it moves in the same transaction, and no order of statements would suit every case.
DROP TRIGGER IF EXISTS tickets_merge_into_whole;
CREATE TRIGGER tickets_merge_into_whole BEFORE UPDATE OF merged_into_id ON tickets
WHEN NEW.merged_into_id IS NOT NULL AND NEW.merged_into_id IS NOT OLD.merged_into_id
    AND NOT EXISTS (SELECT 1 FROM tickets w WHERE w.id = NEW.merged_into_id AND w.customer_id = NEW.customer_id AND (w.merged_into_id IS NULL OR OLD.merged_into_id IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'a matter goes on in another of the same customer'); END;

DROP TRIGGER IF EXISTS tickets_begin_unmerged;
CREATE TRIGGER tickets_begin_unmerged BEFORE INSERT ON tickets
WHEN NEW.merged_into_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM tickets w WHERE w.id = NEW.merged_into_id AND w.customer_id = NEW.customer_id AND w.merged_into_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'a matter goes on in another of the same customer'); END;

-- The index of what can be searched (search_tokens): an entry's tokens go into it as the entry is stored, and leave with it.
DROP TRIGGER IF EXISTS search_entries_come;
CREATE TRIGGER search_entries_come AFTER INSERT ON search_entries
WHEN NEW.tokens <> ''
BEGIN
    INSERT INTO search_tokens (rowid, surface, lemma, part, stem)
    VALUES (NEW.id, json_extract(NEW.tokens, '$[0]'), json_extract(NEW.tokens, '$[1]'), json_extract(NEW.tokens, '$[2]'), json_extract(NEW.tokens, '$[3]'));
    UPDATE search_entries SET tokens = '' WHERE id = NEW.id;
END;

DROP TRIGGER IF EXISTS search_entries_change;
CREATE TRIGGER search_entries_change AFTER UPDATE ON search_entries
WHEN NEW.tokens <> ''
BEGIN
    DELETE FROM search_tokens WHERE rowid = OLD.id;
    INSERT INTO search_tokens (rowid, surface, lemma, part, stem)
    VALUES (NEW.id, json_extract(NEW.tokens, '$[0]'), json_extract(NEW.tokens, '$[1]'), json_extract(NEW.tokens, '$[2]'), json_extract(NEW.tokens, '$[3]'));
    UPDATE search_entries SET tokens = '' WHERE id = NEW.id;
END;

DROP TRIGGER IF EXISTS search_entries_go;
CREATE TRIGGER search_entries_go AFTER DELETE ON search_entries
BEGIN
    DELETE FROM search_tokens WHERE rowid = OLD.id;
END;

DROP TRIGGER IF EXISTS messages_leave_search;
CREATE TRIGGER messages_leave_search BEFORE DELETE ON messages
BEGIN
    DELETE FROM search_entries WHERE id = OLD.id;
END;

DROP TRIGGER IF EXISTS tickets_leave_search;
CREATE TRIGGER tickets_leave_search BEFORE DELETE ON tickets
BEGIN
    DELETE FROM search_entries WHERE id = OLD.id;
END;

DROP TRIGGER IF EXISTS messages_move_in_search;
CREATE TRIGGER messages_move_in_search AFTER UPDATE OF ticket_id ON messages
WHEN NEW.ticket_id <> OLD.ticket_id
BEGIN
    UPDATE search_entries SET ticket_id = NEW.ticket_id WHERE id = NEW.id;
END;

-- Words that are erased are not found either.
DROP TRIGGER IF EXISTS messages_erased_leave_search;
CREATE TRIGGER messages_erased_leave_search AFTER UPDATE OF body ON messages
WHEN NEW.body <> OLD.body
BEGIN
    DELETE FROM search_entries WHERE id = OLD.id;
END;

-- The index of what people are looked for by (search_people), beside the column that has it.
DROP TRIGGER IF EXISTS people_come_to_be_found;
CREATE TRIGGER people_come_to_be_found AFTER INSERT ON people
BEGIN
    INSERT INTO search_people (rowid, found_by) VALUES (NEW.id, NEW.found_by);
END;

DROP TRIGGER IF EXISTS people_are_found_otherwise;
CREATE TRIGGER people_are_found_otherwise AFTER UPDATE OF found_by ON people
BEGIN
    INSERT INTO search_people (search_people, rowid, found_by) VALUES ('delete', OLD.id, OLD.found_by);
    INSERT INTO search_people (rowid, found_by) VALUES (NEW.id, NEW.found_by);
END;

DROP TRIGGER IF EXISTS people_are_found_no_more;
CREATE TRIGGER people_are_found_no_more AFTER DELETE ON people
BEGIN
    INSERT INTO search_people (search_people, rowid, found_by) VALUES ('delete', OLD.id, OLD.found_by);
END;

-- The common line, for each topic and language by itself: who is next is the first of a few of these. What a complex property keeps can't be
-- indexed by the model, so all three stand here.
CREATE INDEX IF NOT EXISTS ix_tickets_line_promised ON tickets (topic_id, language, promise_due) WHERE closure_at IS NULL AND first_human_word_at IS NULL AND aside_until IS NULL AND taken_at IS NULL;
CREATE INDEX IF NOT EXISTS ix_tickets_line_deadline ON tickets (topic_id, language, deadline) WHERE closure_at IS NULL AND first_human_word_at IS NULL AND aside_until IS NULL AND taken_at IS NULL;
CREATE INDEX IF NOT EXISTS ix_tickets_line_since ON tickets (topic_id, language, in_line_since, id) WHERE closure_at IS NULL AND first_human_word_at IS NULL AND aside_until IS NULL AND taken_at IS NULL;
