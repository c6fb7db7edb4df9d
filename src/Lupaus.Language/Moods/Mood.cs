namespace Lupaus.Language.Moods;

public enum Mood { Neutral, Satisfied, Dissatisfied }
