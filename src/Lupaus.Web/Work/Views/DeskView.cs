namespace Lupaus.Web.Work.Views;

/// <summary>The lists that every desk has; each looks out for something that an agent has to know of.</summary>
public enum DeskView
{
    /// <summary>All I look after, also what waits for the customer.</summary>
    Mine,

    /// <summary>What nobody has begun, and anybody who serves it may take.</summary>
    Common,

    /// <summary>What my teams serve.</summary>
    Team,
    Open,

    /// <summary>The customer's turn.</summary>
    Waiting,

    /// <summary>What we have promised for today, and what today is too late for.</summary>
    Today,

    /// <summary>Broken, about to break, or gone wrong by the customer's word.</summary>
    Risk,
    Closed,

    /// <summary>What we ask of each other.</summary>
    Internal,

    /// <summary>What I have asked of colleagues.</summary>
    Asked,

    /// <summary>Suspected spam that waits for somebody to judge it, and what has been judged to be.</summary>
    Aside,
    Find,

    /// <summary>Filtered as one likes.</summary>
    List,

    /// <summary>Filtered as somebody has saved it.</summary>
    Saved,
}
