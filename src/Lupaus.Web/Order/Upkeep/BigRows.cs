using Lupaus.Core.Links;
using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Ground.People;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Search;
using Lupaus.Work.Search;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>What a batch of lives leaves behind, table by table; with what the listeners would have added.</summary>
internal sealed class BigRows(CompanyNow company, IndexWords index, DateTimeOffset now)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly List<Person> people = [];
    private readonly List<Contact> contacts = [];
    private readonly List<CustomerLink> links = [];
    private readonly List<OutboxEntry> outbox = [];
    private readonly List<Ticket> tickets = [];
    private readonly List<Message> messages = [];
    private readonly List<PromiseEnd> ends = [];
    private readonly List<PromiseWords> words = [];
    private readonly List<FactRow> facts = [];
    private readonly List<SearchEntry> entries = [];

    /// <summary>As the foreign keys want it.</summary>
    public IReadOnlyCollection<object>[] InOrder => [people, contacts, links, outbox, tickets, messages, ends, words, facts, entries];

    public void Add(IReadOnlyList<Person> met)
    {
        foreach (var person in met)
            person.CanBeFoundBy(PersonKeys.Of(person, organisation: null));
        people.AddRange(met);
        contacts.AddRange(met.SelectMany(p => p.Contacts));
    }

    public void Add((Ticket Ticket, BigCustomer Customer) life)
    {
        var (ticket, customer) = life;
        tickets.Add(ticket);
        messages.AddRange(ticket.Messages);
        ends.AddRange(ticket.PromiseEnds);
        words.AddRange(ticket.PromiseWords);
        entries.AddRange(index.Entries(ticket, customer.Name));
        OutboxEntry? held = null;
        foreach (var happening in ticket.TakeHappenings())
        {
            facts.Add(FactRow.Of(ticket, happening));
            if (happening.What is not MessageSent sent)
                continue;
            if (sent.Nature == Nature.Human && held?.NotBefore > happening.At)
                held.Supersede(happening.At);
            Settle(held);
            held = Entry(ticket, customer, sent, happening.At);
            outbox.Add(held);
        }
        Settle(held);
    }

    private OutboxEntry Entry(Ticket ticket, BigCustomer customer, MessageSent sent, DateTimeOffset at)
    {
        var way = sent.OnPageOnly ? Way.Page : customer.Email is not null ? Way.Mail : Way.Call;
        CustomerLink? link = null;
        if (way == Way.Mail)
            links.Add(link = new CustomerLink(ticket.Id, customer.Id, at));
        return OutboxEntry.OfMessage(
            sent.Message, ticket.Id, sent.Nature == Nature.Receipt, way, way == Way.Call ? customer.Phone : customer.Email, link?.Id,
            company.Email.Value.Split('@')[1], sent.NotBefore, at);
    }

    /// <summary>What could go went at its time; only the newest wait.</summary>
    private void Settle(OutboxEntry? entry)
    {
        if (entry is not { State: Dispatch.Waiting } || entry.NotBefore > now - Fresh)
            return;
        entry.Claim(entry.NotBefore);
        entry.Sent(entry.NotBefore);
    }
}
