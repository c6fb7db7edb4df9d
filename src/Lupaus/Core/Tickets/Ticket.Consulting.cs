namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    /// <summary>A colleague is asked, and owes the answer by then. The customer stays where they are, and knows nothing of it.</summary>
    public Duty Ask(string question, AgentId whom, DateTimeOffset due, AgentId by, DateTimeOffset now)
    {
        WhyNotAsk(question, whom, due, by, now).StopIfAny();
        return Owe(question, whom, due, isTold: false, by, now, askedBy: by);
    }

    public Refusal? WhyNotAsk(string question, AgentId whom, DateTimeOffset due, AgentId by, DateTimeOffset now) =>
        WhyNotTouch() ??
        WhyNotServe(by) ??
        WhyNotAskThem(whom) ??
        (whom == by ? Refusal.Because("consult.self") : null) ??
        (question.OneLine().Length is 0 or > Limits.Reason ? Refusal.Because("consult.question").With("limit", Limits.Reason) : null) ??
        Duty.WhyNotOwe(question, due, now);

    /// <summary>Whoever knows may answer. The answer is a note: ours to read, never the customer's.</summary>
    public Message AnswerQuestion(DutyId id, string answer, AgentId by, DateTimeOffset now)
    {
        WhyNotAnswerQuestion(id).StopIfAny();
        var duty = Question(id)!;
        var note = Note(answer, by, now);
        duty.AnswerIn(note.Id, now);
        Happened(new ColleagueAnswered(id, duty.AskedBy!.Value, note.Id), by, now);
        return note;
    }

    public Refusal? WhyNotAnswerQuestion(DutyId id) =>
        Question(id) is not { } duty ? Refusal.Because("consult.unknown") :
        !duty.IsOpen ? Refusal.Because("consult.answered") :
        null;

    /// <summary>Another knows better: they owe the answer now, by the same time. Why stands as a note.</summary>
    public Message PassQuestion(DutyId id, AgentId to, string reason, AgentId by, bool byLead, DateTimeOffset now)
    {
        WhyNotPassQuestion(id, to, reason, by, byLead).StopIfAny();
        var duty = Question(id)!;
        var note = Note(reason, by, now);
        Happened(new QuestionPassed(id, duty.Doer, to, duty.Due), by, now);
        duty.PassTo(to);
        return note;
    }

    public Refusal? WhyNotPassQuestion(DutyId id, AgentId to, string reason, AgentId by, bool byLead) =>
        WhyNotAnswerQuestion(id) ??
        (Question(id)!.Doer == by || byLead ? null : Refusal.Because("consult.notyours")) ??
        WhyNotServe(by) ??
        WhyNotAskThem(to) ??
        (to == Question(id)!.Doer || to == Question(id)!.AskedBy ? Refusal.Because("consult.back") : null) ??
        (reason.OneLine().Length is 0 or > Limits.Reason ? Refusal.Because("consult.reason").With("limit", Limits.Reason) : null);

    /// <summary>Whoever asks this is written to as its customer, so that they are asked once and in one place.</summary>
    private Refusal? WhyNotAskThem(AgentId whom) => whom == RequesterId ? Refusal.Because("request.ask") : null;

    private Duty? Question(DutyId id) => duties.Find(d => d.Id == id && d.IsQuestion);
}
