namespace Lupaus.Mail.Connecting;

/// <summary>Ends a talk from deep inside it; caught at its edge and told as a value. It never leaves this project.</summary>
internal sealed class ConversationBroken(HowItWent how, Trouble why) : Exception(why.Words)
{
    public HowItWent How => how;

    public Trouble Why => why;

    public static ConversationBroken NotReached(Trouble why) => new(HowItWent.NotReached, why);

    public static ConversationBroken Odd(string? said = null) => new(HowItWent.Odd, Trouble.Odd.With(said));
}
