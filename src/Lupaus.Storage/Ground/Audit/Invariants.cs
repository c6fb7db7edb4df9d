using Lupaus.Ground.Files;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Storage.Ground.Audit;

/// <summary>The rules of the core as queries that find what breaks them; each answers in plain words.</summary>
internal static class Invariants
{
    public static IEnumerable<(string Rule, string Sql)> In(Dialect dialect) =>
        [.. Owners, .. Promises, .. Ledger, .. Messages(dialect), .. Mails, .. Files, .. Obstacles, .. Offers, .. Care, .. Merges, .. Automation(dialect), .. FirstAid(dialect), .. Alerts, .. Facts(dialect)];

    private static readonly (string, string)[] Owners =
    [
        ("An open ticket has an owner who works here.",
            """
            SELECT 'Ticket ' || t.reference || ' is open, and its owner does not work here.' AS "Value"
            FROM tickets t WHERE t.closure_at IS NULL AND NOT EXISTS (SELECT 1 FROM active_agents a WHERE a.agent_id = t.owner_id)
            """),
        ("Nobody answers for what they ask themselves.",
            """
            SELECT 'Ticket ' || t.reference || ' is answered for, promised or offered to the very one who asks.' AS "Value"
            FROM tickets t WHERE t.requester_id IN (t.owner_id, t.promise_promiser, t.offered_to)
            """),
        ("The company has a duty agent who works here.",
            """
            SELECT 'There are tickets, and nobody who works here is on duty.' AS "Value"
            WHERE EXISTS (SELECT 1 FROM tickets) AND NOT EXISTS (SELECT 1 FROM company c JOIN active_agents a ON a.agent_id = c.duty_agent_id)
            """),
    ];

    private static readonly (string, string)[] Promises =
    [
        ("An open ticket has one live promise.",
            """
            SELECT 'Ticket ' || t.reference || ' is open and its promise is not whole.' AS "Value" FROM tickets t
            WHERE t.closure_at IS NULL AND (t.promise_number IS NULL OR t.promise_kind IS NULL OR t.promise_due IS NULL OR t.promise_made_at IS NULL
                OR t.promise_promiser IS NULL OR t.promise_told_in IS NULL OR t.promise_moves IS NULL OR t.live_told_in IS NULL OR t.live_told_in <> t.promise_told_in)
            """),
        ("A closed ticket has a closure and no promise.",
            """
            SELECT 'Ticket ' || t.reference || ' is closed, and its closure is not whole or something of a promise is left.' AS "Value" FROM tickets t
            WHERE t.closure_at IS NOT NULL AND (t.closure_how IS NULL OR t.closure_outcome IS NULL OR t.promise_number IS NOT NULL OR t.promise_kind IS NOT NULL
                OR t.promise_due IS NOT NULL OR t.promise_made_at IS NOT NULL OR t.promise_promiser IS NOT NULL OR t.promise_told_in IS NOT NULL
                OR t.promise_moves IS NOT NULL OR t.live_told_in IS NOT NULL)
            """),
        ("The one who gave a live promise is one of ours.",
            """
            SELECT 'The promise of ticket ' || t.reference || ' was given by nobody we know.' AS "Value" FROM tickets t
            WHERE t.promise_promiser IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agents a WHERE a.id = t.promise_promiser)
            """),
        ("A live promise was told to the customer in its own ticket.",
            """
            SELECT 'The promise of ticket ' || t.reference || ' was never told there.' AS "Value" FROM tickets t
            WHERE t.promise_told_in IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = t.promise_told_in AND m.ticket_id = t.id AND m.direction = 'ToCustomer')
            """),
        // A promise made when a duty was late already can't be due before it.
        ("A live promise is due before anything else the customer expects.",
            """
            SELECT 'Ticket ' || t.reference || ' owes something, and the customer knows of it, before its promise is due.' AS "Value"
            FROM duties d JOIN tickets t ON t.id = d.ticket_id
            WHERE d.is_told AND d.done_at IS NULL AND d.due < t.promise_due AND d.due > t.promise_made_at
            """),
    ];

    private static readonly (string, string)[] Ledger =
    [
        ("Promises are numbered from 1 without a gap.",
            """
            SELECT 'The promises of ticket ' || t.reference || ' are not numbered 1, 2, 3.' AS "Value"
            FROM tickets t LEFT JOIN (SELECT ticket_id, count(*) AS ended, min(number) AS lowest, max(number) AS highest FROM promise_ends GROUP BY ticket_id) e ON e.ticket_id = t.id
            WHERE coalesce(e.ended, 0) <> t.promises_made - CASE WHEN t.promise_number IS NULL THEN 0 ELSE 1 END
                OR e.lowest <> 1 OR e.highest <> e.ended OR t.promise_number <> t.promises_made
            """),
        ("A promise that has ended does not live on.",
            """
            SELECT 'Promise ' || CAST(e.number AS TEXT) || ' of ticket ' || t.reference || ' has ended and is live.' AS "Value"
            FROM promise_ends e JOIN tickets t ON t.id = e.ticket_id AND t.promise_number = e.number
            """),
        ("A promise ends after it was made, and is kept only in time.",
            """
            SELECT 'Promise ' || CAST(e.number AS TEXT) || ' of ticket ' || t.reference || ' did not end as a promise can.' AS "Value"
            FROM promise_ends e JOIN tickets t ON t.id = e.ticket_id
            WHERE e.at < e.made_at OR e.at > e.due OR e.at > e.noticed_at OR (e.how <> 'Broken' AND e.noticed_at > e.due)
                OR e.how NOT IN ('Kept', 'Moved', 'Broken', 'Withdrawn')
            """),
        ("Broken promises are counted.",
            """
            SELECT 'Ticket ' || t.reference || ' counts its broken promises wrong.' AS "Value"
            FROM tickets t LEFT JOIN (SELECT ticket_id, count(*) AS broken FROM promise_ends WHERE how = 'Broken' GROUP BY ticket_id) e ON e.ticket_id = t.id
            WHERE t.promises_broken <> coalesce(e.broken, 0)
            """),
        ("A promise that has ended was told to the customer in its own ticket.",
            """
            SELECT 'Promise ' || CAST(e.number AS TEXT) || ' of ticket ' || t.reference || ' was never told there.' AS "Value"
            FROM promise_ends e JOIN tickets t ON t.id = e.ticket_id
            WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = e.told_in AND m.ticket_id = e.ticket_id AND m.direction = 'ToCustomer')
            """),
    ];

    private static (string, string)[] Messages(Dialect dialect) =>
    [
        ("A message belongs to a ticket.",
            """
            SELECT 'Message ' || CAST(m.id AS TEXT) || ' belongs to no ticket.' AS "Value"
            FROM messages m WHERE NOT EXISTS (SELECT 1 FROM tickets t WHERE t.id = m.ticket_id)
            """),
        ("A message of a customer says where it came from.",
            """
            SELECT 'Ticket ' || t.reference || ' has a message of a customer that came from nowhere.' AS "Value"
            FROM messages m JOIN tickets t ON t.id = m.ticket_id WHERE m.direction = 'FromCustomer' AND (m.source_name IS NULL OR m.source_key IS NULL)
            """),
        ("The same message is stored once.",
            """
            SELECT 'A message from ' || m.source_name || ' is stored ' || CAST(count(*) AS TEXT) || ' times, in ticket ' || min(t.reference) || ' for one.' AS "Value"
            FROM messages m JOIN tickets t ON t.id = m.ticket_id WHERE m.source_key IS NOT NULL GROUP BY m.source_name, m.source_key HAVING count(*) > 1
            """),
        ("A word to the customer is in the outbox.",
            """
            SELECT 'Ticket ' || t.reference || ' has a word to the customer that is not in the outbox.' AS "Value"
            FROM messages m JOIN tickets t ON t.id = m.ticket_id
            WHERE m.direction = 'ToCustomer' AND (m.sent_as IS NULL OR m.sent_as <> m.id OR NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = m.id AND o.ticket_id = m.ticket_id))
            """),
        ("What somebody who takes part is to get is in the outbox.",
            $"""
            SELECT 'Ticket ' || t.reference || ' has a copy for somebody who takes part that is not in the outbox.' AS "Value"
            FROM facts f JOIN tickets t ON t.id = f.ticket_id
            WHERE f.kind = 'CopySent' AND NOT EXISTS (SELECT 1 FROM outbox o JOIN customer_links l ON l.id = o.link_id
                WHERE o.letter = 'Copy' AND o.ticket_id = f.ticket_id AND CAST(o.copy_of AS TEXT) = {dialect.TextIn("f.data", "Message")} AND l.takes_part)
            """),
        ("A copy in the outbox is one of a word of its ticket.",
            """
            SELECT 'Outbox entry ' || CAST(o.id AS TEXT) || ' is a copy of no word of its ticket.' AS "Value"
            FROM outbox o WHERE o.letter = 'Copy' AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = o.copy_of AND m.ticket_id = o.ticket_id AND m.direction = 'ToCustomer')
            """),
        ("The customer does not take part in their own matter besides.",
            """
            SELECT 'The customer of ticket ' || t.reference || ' takes part in it besides.' AS "Value"
            FROM participants p JOIN tickets t ON t.id = p.ticket_id WHERE p.person_id = t.customer_id
            """),
        ("What is in the outbox was said in its ticket.",
            """
            SELECT 'Outbox entry ' || CAST(o.id AS TEXT) || ' is no word of its ticket.' AS "Value"
            FROM outbox o WHERE o.letter = 'Message' AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = o.id AND m.ticket_id = o.ticket_id AND m.direction = 'ToCustomer')
            """),
    ];

    private static readonly (string, string)[] Mails =
    [
        ("What a mail became is in a ticket, and no word of ours.",
            """
            SELECT 'Mail ' || CAST(r.id AS TEXT) || ' is said to have become a word that is not there.' AS "Value"
            FROM received_mails r WHERE r.fate IN ('Opened', 'Joined', 'Recorded') AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = r.message_id AND m.direction <> 'ToCustomer')
            """),
        // Of what was too big the header alone is here, and the length is that of the mail.
        ("A mail is kept whole as it came.",
            $"""
            SELECT 'Mail ' || CAST(a.id AS TEXT) || ' is not whole as it came.' AS "Value"
            FROM (SELECT id, raw_hash AS hash, CASE WHEN trouble LIKE 'mail.toobig%' THEN NULL ELSE length END AS length FROM received_mails) a {IsNotWhole}
            """),
    ];

    private static readonly (string, string)[] Files =
    [
        ("An attachment's file is whole.",
            $"""
            SELECT 'Ticket ' || t.reference || ' has an attachment whose file is not whole.' AS "Value"
            FROM attachments a JOIN messages m ON m.id = a.message_id JOIN tickets t ON t.id = m.ticket_id {IsNotWhole}
            """),
    ];

    private static string IsNotWhole =>
        $"""
        LEFT JOIN files f ON f.hash = a.hash
        LEFT JOIN (SELECT hash, count(*) AS chunks, max(number) AS highest, sum(length(content)) AS bytes FROM file_chunks GROUP BY hash) c ON c.hash = a.hash
        WHERE f.hash IS NULL OR f.length <> a.length OR f.length <> coalesce(c.bytes, 0)
            OR coalesce(c.chunks, 0) <> (f.length + {StoredFile.ChunkSize - 1}) / {StoredFile.ChunkSize} OR c.highest <> c.chunks - 1
        """;

    private static readonly (string, string)[] Obstacles =
    [
        ("Nothing is solved while something stands in the way.",
            """
            SELECT 'Ticket ' || t.reference || ' is solved, and something still stands in the way.' AS "Value"
            FROM tickets t WHERE t.closure_how = 'Solved' AND EXISTS (SELECT 1 FROM obstacles o WHERE o.ticket_id = t.id AND o.settled_at IS NULL)
            """),
        ("The customer's word stands beside the record.",
            """
            SELECT 'Ticket ' || t.reference || ' has a discrepancy with one side alone.' AS "Value"
            FROM obstacles o JOIN tickets t ON t.id = o.ticket_id WHERE o.kind = 'Discrepancy' AND o.record IS NULL
            """),
        ("A discrepancy is settled with a cause.",
            """
            SELECT 'Ticket ' || t.reference || ' has a discrepancy that is settled, and nobody said which word holds and why.' AS "Value"
            FROM obstacles o JOIN tickets t ON t.id = o.ticket_id WHERE o.kind = 'Discrepancy' AND o.settled_at IS NOT NULL
                AND (o.settled_by IS NULL OR o.holds IS NULL OR o.cause IS NULL OR o.record_source_key IS NULL OR (o.holds = 'Disagreed' AND o.next_outside IS NULL))
            """),
    ];

    private static readonly (string, string)[] Offers =
    [
        ("Only an open ticket is offered, to one who works here and doesn't own it.",
            """
            SELECT 'Ticket ' || t.reference || ' is offered, and it is closed or nobody can accept it.' AS "Value" FROM tickets t
            WHERE t.offered_as IS NOT NULL AND (t.closure_at IS NOT NULL OR t.offered_to IS NULL OR t.offered_to = t.owner_id OR t.offered_until IS NULL
                OR NOT EXISTS (SELECT 1 FROM active_agents a WHERE a.agent_id = t.offered_to))
            """),
        ("What is offered was said in words.",
            """
            SELECT 'The offer of ticket ' || t.reference || ' was never made.' AS "Value" FROM tickets t
            WHERE t.offered_as IS NOT NULL AND NOT EXISTS (SELECT 1 FROM handovers h WHERE h.id = t.offered_as AND h.ticket_id = t.id AND h.to_id = t.offered_to AND h.until >= t.offered_until)
            """),
        ("A question that is answered has its answer in a note.",
            """
            SELECT 'An answer in ticket ' || t.reference || ' is no note of ours.' AS "Value"
            FROM duties d JOIN tickets t ON t.id = d.ticket_id WHERE d.answer IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = d.answer AND m.direction = 'Note')
            """),
    ];

    private static readonly (string, string)[] Care =
    [
        ("What was understood has been written to the customer.",
            """
            SELECT 'Ticket ' || t.reference || ' has an understanding that was never written to the customer.' AS "Value" FROM tickets t
            WHERE t.understanding_told_in IS NOT NULL AND NOT EXISTS (SELECT 1 FROM messages m JOIN tickets o ON o.id = m.ticket_id
                WHERE m.id = t.understanding_told_in AND m.direction = 'ToCustomer' AND o.customer_id = t.customer_id)
            """),
        ("Goodwill that was taken back had been given in that ticket.",
            """
            SELECT 'Ticket ' || t.reference || ' has goodwill taken back that was never given there.' AS "Value"
            FROM goodwill_returns r JOIN tickets t ON t.id = r.ticket_id
            WHERE NOT EXISTS (SELECT 1 FROM goodwill g WHERE g.id = r.goodwill_id AND g.ticket_id = r.ticket_id AND g.at <= r.at)
            """),
        ("The facts tell of all goodwill.",
            """
            SELECT 'The history of ticket ' || t.reference || ' tells otherwise what was given.' AS "Value"
            FROM tickets t WHERE (SELECT count(*) FROM goodwill g WHERE g.ticket_id = t.id) <> (SELECT count(*) FROM facts f WHERE f.ticket_id = t.id AND f.kind = 'GoodwillGiven')
                OR (SELECT count(*) FROM goodwill_returns r WHERE r.ticket_id = t.id) <> (SELECT count(*) FROM facts f WHERE f.ticket_id = t.id AND f.kind = 'GoodwillTakenBack')
            """),
    ];

    private static readonly (string, string)[] Merges =
    [
        ("What is merged goes on in an unmerged matter of the same customer.",
            """
            SELECT 'Ticket ' || t.reference || ' is merged into one that is merged itself, or is another customer''s.' AS "Value"
            FROM tickets t JOIN tickets w ON w.id = t.merged_into_id WHERE w.merged_into_id IS NOT NULL OR w.customer_id <> t.customer_id
            """),
        ("What is merged is closed, and owes nothing.",
            """
            SELECT 'Ticket ' || t.reference || ' is merged, and yet open or with something left to do.' AS "Value"
            FROM tickets t WHERE t.merged_into_id IS NOT NULL AND (t.closure_at IS NULL
                OR EXISTS (SELECT 1 FROM duties d WHERE d.ticket_id = t.id AND d.done_at IS NULL) OR EXISTS (SELECT 1 FROM obstacles o WHERE o.ticket_id = t.id AND o.settled_at IS NULL))
            """),
    ];

    private static (string, string)[] Automation(Dialect dialect) =>
    [
        ("A rule acts because of something that happened to that ticket.",
            """
            SELECT 'A rule has acted on ticket ' || t.reference || ' because of nothing that happened to it.' AS "Value"
            FROM rule_runs r JOIN tickets t ON t.id = r.ticket_id WHERE NOT EXISTS (SELECT 1 FROM facts f WHERE f.id = r.cause AND f.ticket_id = r.ticket_id)
            """),
        ("What a rule did stands in the history, and nothing that it didn't.",
            $"""
            WITH told AS (SELECT ticket_id, {dialect.TextIn("data", "Rule")} AS rule, {dialect.TextIn("data", "Cause")} AS cause FROM facts WHERE kind = 'RuleActed')
            SELECT 'The history of ticket ' || t.reference || ' tells otherwise what a rule has done.' AS "Value"
            FROM rule_runs r JOIN tickets t ON t.id = r.ticket_id LEFT JOIN told ON told.ticket_id = r.ticket_id AND told.rule = CAST(r.rule_id AS TEXT) AND told.cause = CAST(r.cause AS TEXT)
            WHERE (r."end" = 'Done') <> (told.cause IS NOT NULL)
            """),
        ("What waits to be looked at by rules has happened.",
            """
            SELECT 'Rules are to look at something that never happened to ticket ' || t.reference || '.' AS "Value"
            FROM rule_causes c JOIN tickets t ON t.id = c.ticket_id WHERE NOT EXISTS (SELECT 1 FROM facts f WHERE f.id = c.id AND f.ticket_id = c.ticket_id)
            """),
        ("What a webhook has settled was tried.",
            """
            SELECT 'Delivery ' || CAST(d.id AS TEXT) || ' is settled, and nobody ever tried.' AS "Value"
            FROM webhook_deliveries d WHERE d.state <> 'Waiting' AND NOT EXISTS (SELECT 1 FROM webhook_attempts a WHERE a.delivery_id = d.id)
            """),
    ];

    private static (string, string)[] FirstAid(Dialect dialect) =>
    [
        ("First aid that was given stands in the history of its ticket.",
            $"""
            SELECT 'Ticket ' || t.reference || ' is said to have got first aid, and its history does not tell of it.' AS "Value"
            FROM playbook_matches m JOIN tickets t ON t.id = m.ticket_id
            WHERE m.answered_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.ticket_id = m.ticket_id AND f.kind = 'FirstAidGiven' AND {dialect.TextIn("f.data", "Playbook")} = CAST(m.playbook_id AS TEXT))
            """),
    ];

    private static readonly (string, string)[] Alerts =
    [
        ("What was mailed to one of ours went in a letter to them.",
            """
            SELECT 'Alert ' || CAST(a.id AS TEXT) || ' is said to have been mailed, and no letter to its agent tells it.' AS "Value"
            FROM alerts a LEFT JOIN outbox o ON o.id = a.mailed_in
            WHERE a.how = 'Mailed' AND (o.id IS NULL OR o.letter <> 'Alert' OR o.agent_id <> a.agent_id)
            """),
    ];

    // The facts tell the same story as the tables. The newest is the one with the highest id.
    private static (string, string)[] Facts(Dialect dialect) =>
    [
        ("The facts name the present owner.",
            $"""
            {Newest("kind IN ('OwnerNamed', 'OwnerChanged')")}
            SELECT 'The facts of ticket ' || t.reference || ' name another owner.' AS "Value"
            FROM tickets t LEFT JOIN newest n ON n.ticket_id = t.id LEFT JOIN facts f ON f.id = n.id
            WHERE f.id IS NULL OR CAST(t.owner_id AS TEXT) <> coalesce({dialect.TextIn("f.data", "To")}, {dialect.TextIn("f.data", "Owner")})
            """),
        ("The facts tell of the live promise.",
            $"""
            {Newest("kind = 'PromiseMade'")}
            SELECT 'The facts of ticket ' || t.reference || ' tell of another promise.' AS "Value"
            FROM tickets t LEFT JOIN newest n ON n.ticket_id = t.id LEFT JOIN facts f ON f.id = n.id
            WHERE f.id IS NULL OR CAST(t.promises_made AS TEXT) <> {dialect.TextIn("f.data", "Number")} OR t.promise_kind <> {dialect.TextIn("f.data", "Kind")}
                OR t.promise_due <> {dialect.InstantIn("f.data", "Due")} OR CAST(t.promise_told_in AS TEXT) <> {dialect.TextIn("f.data", "ToldIn")}
            """),
        ("The facts tell whether a ticket is open.",
            $"""
            {Newest("kind IN ('TicketArrived', 'TicketReopened', 'TicketClosed')")}
            SELECT 'The facts of ticket ' || t.reference || ' tell otherwise whether it is open.' AS "Value"
            FROM tickets t LEFT JOIN newest n ON n.ticket_id = t.id LEFT JOIN facts f ON f.id = n.id
            WHERE f.id IS NULL OR (f.kind = 'TicketClosed') <> (t.closure_at IS NOT NULL)
            """),
        ("The facts tell how each promise ended.",
            $"""
            WITH told AS (SELECT ticket_id, {dialect.TextIn("data", "Number")} AS number, {dialect.TextIn("data", "How")} AS how FROM facts WHERE kind = 'PromiseEnded')
            SELECT 'The facts of ticket ' || t.reference || ' tell otherwise how promise ' || CAST(e.number AS TEXT) || ' ended.' AS "Value"
            FROM promise_ends e JOIN tickets t ON t.id = e.ticket_id LEFT JOIN told ON told.ticket_id = e.ticket_id AND told.number = CAST(e.number AS TEXT)
            WHERE told.how IS NULL OR told.how <> e.how
            """),
    ];

    private static string Newest(string which) =>
        $"WITH newest AS (SELECT ticket_id, max(id) AS id FROM facts WHERE {which} AND ticket_id IS NOT NULL GROUP BY ticket_id)";
}
