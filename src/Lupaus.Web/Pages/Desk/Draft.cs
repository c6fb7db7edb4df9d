namespace Lupaus.Web.Pages.Desk;

/// <summary>What was typed into one form of the page, and why it could not be done: nothing typed is lost.</summary>
public sealed record Draft(string Part, IFormCollection Typed, Refusal Refusal);
