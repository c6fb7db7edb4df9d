using Lupaus.Ground.Calendar;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lupaus.Storage.Ground.Calendar;

internal sealed class WeeklyHoursConverter() : ValueConverter<WeeklyHours, string>(h => h.ToString(), s => WeeklyHours.Parse(s));
