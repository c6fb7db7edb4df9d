using System.Text.Json.Nodes;
using Lupaus.Ground.People;

namespace Lupaus.Web.Ground.Api;

/// <summary>What the names in addresses and bodies mean, and how long each may be. A name means the same wherever it stands.</summary>
internal static class ApiFields
{
    private const string Digits = "^[0-9]{1,19}$";

    /// <summary>What stands in an address, before or after its question mark.</summary>
    public static readonly IReadOnlyDictionary<string, (string Tells, JsonObject Schema, string? Sample)> InAddresses = new Dictionary<string, (string, JsonObject, string?)>
    {
        ["reference"] = ("The ticket, as people write its reference: small letters, dashes and O for 0 are taken too.", new() { ["type"] = "string", ["maxLength"] = 20 }, ApiSamples.Ticket),
        ["other"] = ("The other ticket's reference.", new() { ["type"] = "string", ["maxLength"] = 20 }, ApiSamples.Other),
        ["id"] = ("Its id.", Id(), null),
        ["duty"] = ("The duty's id, from the ticket.", Id(), ApiSamples.Duty),
        ["obstacle"] = ("The obstacle's id, from the ticket.", Id(), ApiSamples.Obstacle),
        ["message"] = ("The message's id, from the ticket.", Id(), ApiSamples.Message),
        ["word"] = ("The given word's id, from the customer.", Id(), ApiSamples.Word),
        ["file"] = ("The file's id, as it was answered when the file was kept.", Id(), ApiSamples.File),
        ["after"] = ("Where to go on: `next` of the page before.", new() { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9_-]{11}$" }, null),
        ["limit"] = ("How many at most.", new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = Cursor.Most, ["default"] = Cursor.Usual }, "20"),
        ["owner"] = ("Only those this agent answers for: their e-mail address.", new() { ["type"] = "string", ["format"] = "email", ["maxLength"] = EmailAddress.MaxLength }, ApiSamples.Agent),
        ["state"] = ("Only those in this state.", new() { ["type"] = "string", ["enum"] = new JsonArray("open", "closed") }, "open"),
        ["query"] = ("A reference, or words that are searched for in names, addresses, numbers and subjects.", new() { ["type"] = "string", ["maxLength"] = Limits.Subject }, "aino"),
        ["facts"] = ("Whether what has happened to it is told too, fact by fact.", new() { ["type"] = "boolean", ["default"] = false }, "true"),
        ["how"] = ("How the promise ended.", new() { ["type"] = "string", ["enum"] = new JsonArray("kept", "broken") }, "kept"),
        ["name"] = ("The file's name.", new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = Limits.Name }, "kuitti.txt"),
        ["part"] = ("What it goes along with.", new() { ["type"] = "string", ["enum"] = new JsonArray("reply", "note"), ["default"] = "reply" }, "reply"),
        ["ticket"] = ("Only what happens to this ticket.", new() { ["type"] = "string", ["maxLength"] = 20 }, null),
    };

    /// <summary>What stands in a body.</summary>
    public static readonly IReadOnlyDictionary<string, (string Tells, int? Most)> InBodies = new Dictionary<string, (string, int?)>
    {
        ["text"] = ("The words. Markdown where they go to a customer.", Limits.Body),
        ["subject"] = ("On one line.", Limits.Subject),
        ["reason"] = ("Why; the customer reads it in the middle of a sentence, in their own language.", Limits.Reason),
        ["name"] = ("The person's name, or what it is called.", Limits.Name),
        ["email"] = ("An e-mail address. It or a telephone number is needed.", EmailAddress.MaxLength),
        ["phone"] = ("A telephone number, as people write it; without a country it is Finnish.", 40),
        ["language"] = ("The language of what is said by itself: fi, sv or en.", null),
        ["deadline"] = ("When it is too late for the customer; null takes it away.", null),
        ["topic"] = ("A topic's id, or its name in any language.", Limits.Name),
        ["goal"] = ("What they are really after; empty takes it away.", Limits.Goal),
        ["due"] = ("By when, in RFC 3339 with \"Z\" or an offset.", null),
        ["next"] = ("How the reply leaves the ticket: no reply goes without it.", null),
        ["kind"] = ("Which kind it is.", null),
        ["promise"] = ("With \"promises\": to act, or to find out.", null),
        ["words"] = ("What is promised, in words that fit after \"by then\"; not needed.", PromiseWordsLength),
        ["askAgainAt"] = ("With \"waits\": when we ask again.", null),
        ["reminder"] = ("With \"waits\": what is sent then.", Limits.Body),
        ["delivers"] = ("Whether what was promised is in this reply; an answer always is.", null),
        ["seen"] = ("The newest message of the customer that the writer has read (`newestFromCustomer`): if something newer has come, the reply is stopped.", null),
        ["files"] = ("Ids of files kept with the draft, which go along; at most ten.", null),
        ["how"] = ("How it ends.", null),
        ["into"] = ("The one that goes on.", 40),
        ["to"] = ("The other ticket's reference.", 20),
        ["messages"] = ("Ids of messages of the ticket: the customer's, and notes.", null),
        ["what"] = ("What is to be done, or was promised.", Limits.Reason),
        ["doer"] = ("Who does it: an agent's e-mail address; the acting agent when it isn't given.", EmailAddress.MaxLength),
        ["told"] = ("Whether the customer has been told to expect it.", null),
        ["dropped"] = ("Whether it turned out not to be needed.", null),
        ["says"] = ("The customer's word.", 230),
        ["record"] = ("What the records say.", 230),
        ["settlement"] = ("How it was settled: what was done to mend it, or which word holds and why.", Limits.Reason),
        ["reply"] = ("What is written to the customer and not sent yet.", Limits.Body),
        ["note"] = ("What is written among ourselves and not kept yet.", Limits.Body),
        ["finnish"] = ("In Finnish. {{name}}, {{firstname}}, {{agent}}, {{company}}, {{subject}}, {{reference}} and {{phone}} are filled in.", 10_000),
        ["swedish"] = ("In Swedish.", 10_000),
        ["english"] = ("In English. At least one language is needed.", 10_000),
        ["mine"] = ("Whether it is the acting agent's own, and not everybody's.", null),
        ["organisation"] = ("Whom they belong to, by name; empty takes it away.", Limits.Name),
        ["notes"] = ("Among ourselves; empty takes them away.", Person.MaxNotes),
        ["fields"] = ("Fields of the company's own, by name; an empty value takes one away. At most twenty.", null),
        ["value"] = ("An e-mail address or a telephone number.", EmailAddress.MaxLength),
        ["does"] = ("What is done with it.", null),
        ["agent"] = ("Whose it is: an e-mail address; the acting agent's when it isn't given. For a colleague one has to be a lead.", EmailAddress.MaxLength),
        ["firstDay"] = ("The first day away; today means from now on.", null),
        ["lastDay"] = ("The last whole day away; null while nobody knows.", null),
        ["standIn"] = ("Who answers meanwhile: an e-mail address; null for nobody.", EmailAddress.MaxLength),
    };

    private const int PromiseWordsLength = Limits.Reason;

    private static JsonObject Id() => new() { ["type"] = "string", ["pattern"] = Digits };
}
