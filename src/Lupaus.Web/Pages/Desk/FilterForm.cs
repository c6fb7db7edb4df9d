using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Work.Views;
using Microsoft.Extensions.Primitives;

namespace Lupaus.Web.Pages.Desk;

/// <summary>A filter as it stands in a form or an address; what can't be read there filters nothing.</summary>
internal static class FilterForm
{
    public static ViewFilter Read(IReadOnlyDictionary<string, StringValues> fields)
    {
        var owner = fields.GetValueOrDefault("owner").ToString();
        var one = Id<AgentId>(owner);
        return new ViewFilter
        {
            Whose = owner == "me" ? WhoseMatter.Mine : one is null ? WhoseMatter.Anybodys : WhoseMatter.Ones,
            Owner = one,
            Asker = Word<Asker>(fields.GetValueOrDefault("asker")),
            Team = Id<TeamId>(fields.GetValueOrDefault("team").ToString()),
            Topic = Id<TopicId>(fields.GetValueOrDefault("topic").ToString()),
            Tag = Id<TagId>(fields.GetValueOrDefault("tag").ToString()),
            State = Word<OpenOrClosed>(fields.GetValueOrDefault("state")),
            Turn = Word<Turn>(fields.GetValueOrDefault("turn")),
            Due = Word<DueBy>(fields.GetValueOrDefault("due")),
            Language = LanguageCodes.Read(fields.GetValueOrDefault("language").ToString()),
            Text = fields.GetValueOrDefault("text").ToString().OneLine() is { Length: > 0 } text ? text.CutTo(ViewFilter.MaxText) : null,
            Unread = fields.GetValueOrDefault("unread") == "1",
            Order = Word<ViewOrder>(fields.GetValueOrDefault("order")),
        };
    }

    private static T? Id<T>(string text) where T : struct, IId<T> =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? T.From(id) : null;

    private static T Word<T>(StringValues text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var word) && Enum.IsDefined(word) ? word : default;
}
