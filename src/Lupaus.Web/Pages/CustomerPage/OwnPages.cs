using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Pages.CustomerPage;

/// <summary>Makes the pages of the one who is visiting, in the language of their matter unless they chose another.</summary>
public sealed class OwnPages(Visit visit, ShowCustomer show, OurCompany ourCompany, Reader reader)
{
    public Task<IResult> Show(string? said, bool all, CancellationToken stop) => Show(CustomerDraft.None, said, all, StatusCodes.Status200OK, stop);

    public Task<IResult> Show(CustomerDraft draft, int status, CancellationToken stop) => Show(draft, null, false, status, stop);

    public async Task<IResult> AskWhetherDone(Refusal? slip, int status, CancellationToken stop)
    {
        var view = await View(false, stop);
        return view.IsOpen ? PageResults.Page<WithdrawPage>(new { View = view, Slip = slip }, status) : new SeeOther(visit.Path);
    }

    private async Task<IResult> Show(CustomerDraft draft, string? said, bool all, int status, CancellationToken stop)
    {
        var view = await View(all, stop);
        var thanks = new WhatWasSaid(said, ByMail: said == "new" && await show.HasMail(visit.Link.PersonId, stop));
        return PageResults.Page<OwnPage>(new { View = view, Company = await ourCompany.Now(stop), Said = thanks, Draft = draft }, status);
    }

    public async Task SpeakTheirLanguage(CancellationToken stop) => reader.Language = visit.Language ?? await show.LanguageOf(visit.Link, stop);

    private async Task<CustomerView> View(bool all, CancellationToken stop)
    {
        var view = await show.Of(visit.Link, visit.Path, all, visit.Now, stop);
        reader.Language = visit.Language ?? view.Language;
        reader.LanguageForm = visit.Path + "/language";
        return view;
    }
}
