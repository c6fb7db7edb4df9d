using Lupaus.Web.Ground.Calendar;
using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Pages.CustomerPage;

/// <summary>What was typed into one of the page's forms and couldn't be taken as it was.</summary>
public sealed record CustomerDraft(string Form, string Text, WishedTime Deadline, IReadOnlyDictionary<string, Refusal> Slips, bool FilesAgain, string Nonce)
{
    public const string Write = "write";
    public const string When = "deadline";
    public const string NotYet = "not-yet";
    public const string Wrong = "wrong";
    public const string NotQuite = "not-quite";

    public static readonly CustomerDraft None = new("", "", default, new Dictionary<string, Refusal>(), false, "");

    public static CustomerDraft Of(string form, Posted posted, params (string Field, Refusal? Why)[] slips) => new(
        form, posted[form is Wrong or NotQuite ? form : "message"], new WishedTime(posted["deadline-day"], posted["deadline-time"]),
        posted.WhyNot is { } whole ? new Dictionary<string, Refusal> { ["form"] = whole } : slips.Where(s => s.Why is not null).ToDictionary(s => s.Field, s => s.Why!),
        posted.HasFiles, posted.Nonce is { Length: > 0 } nonce ? nonce : Posted.NewNonce());

    /// <summary>What one of the forms begins with: what was typed into it, else nothing.</summary>
    public CustomerDraft For(string form) => Form == form ? this : None with { Form = form, Nonce = Posted.NewNonce() };
}

/// <summary>What the visitor has just done here, for a word of thanks.</summary>
public sealed record WhatWasSaid(string? Key, bool ByMail = false)
{
    private static readonly HashSet<string> Known = ["new", "sent", "thanks", "reopened", "again", "wrong", "understood"];

    public string? Words => Key is { } key && Known.Contains(key) ? $"customerpage.said.{key}" : null;
}
