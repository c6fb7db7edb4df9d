namespace Lupaus.Language.Moods;

/// <summary>How much likelier than neutral, as logarithms of the odds.</summary>
internal readonly record struct MoodLeaning(double Satisfied, double Dissatisfied)
{
    public Mood Mood => Satisfied > Math.Max(0, Dissatisfied) ? Mood.Satisfied : Dissatisfied > 0 ? Mood.Dissatisfied : Mood.Neutral;

    /// <summary>The chance of satisfaction less that of dissatisfaction.</summary>
    public double Score
    {
        get
        {
            var most = Math.Max(0, Math.Max(Satisfied, Dissatisfied));
            var (satisfied, dissatisfied) = (Math.Exp(Satisfied - most), Math.Exp(Dissatisfied - most));
            return (satisfied - dissatisfied) / (satisfied + dissatisfied + Math.Exp(-most));
        }
    }

    /// <summary>Above zero for satisfied, below for dissatisfied.</summary>
    public double Weight => Satisfied - Dissatisfied;

    public static MoodLeaning operator +(MoodLeaning one, MoodLeaning other) => new(one.Satisfied + other.Satisfied, one.Dissatisfied + other.Dissatisfied);

    public static MoodLeaning operator *(MoodLeaning leaning, double times) => new(leaning.Satisfied * times, leaning.Dissatisfied * times);
}
