using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Work.Automation.Deeds;
using Microsoft.AspNetCore.OpenApi;

namespace Lupaus.Web.Work.Automation;

public static class AutomationRoom
{
    public static IServiceCollection AddAutomation(this IServiceCollection services) => services
        .AddDoer<SetTopicDoer>().AddDoer<GiveToDoer>().AddDoer<SpeakInDoer>().AddDoer<SetGoalDoer>().AddDoer<SetDeadlineDoer>()
        .AddDoer<LeaveNoteDoer>().AddDoer<PutSavedReplyDoer>().AddDoer<ChooseNextDoer>().AddDoer<CallWebhookDoer>().AddDoer<AlertByMailDoer>()
        .AddSingleton<Doers>().AddSingleton<KnownAutomation>()
        .AddSingleton<WriteMacro>().AddSingleton<DropMacro>().AddSingleton<RunMacro>()
        .AddSingleton<WriteRule>().AddSingleton<SwitchRule>().AddSingleton<MoveRule>().AddSingleton<DropRule>().AddSingleton<RuleLog>()
        .AddSingleton<IWitness, KeepCauses>().AddSingleton<DryRun>().AddSingleton<FollowRules>()
        .Configure<OpenApiOptions>(ApiDocument.Name, o => o.AddSchemaTransformer(AutomationShapes.Show));

    /// <summary>One more thing that macros and rules can do.</summary>
    public static IServiceCollection AddDoer<TDoer>(this IServiceCollection services) where TDoer : Doer => services.AddSingleton<Doer, TDoer>();
}
