using System.Runtime.InteropServices;

namespace Lupaus.Language.Tests.Morphology;

/// <summary>Voikko's own library (Debian's libvoikko1), asked for a second opinion. One handle, so one thread.</summary>
internal sealed class Libvoikko : IDisposable
{
    private const string Library = "libvoikko.so.1";

    private readonly nint handle;

    public Libvoikko()
    {
        handle = voikkoInit(out var error, "fi", null);
        if (handle == 0)
            throw new InvalidOperationException("libvoikko could not start: " + Marshal.PtrToStringUTF8(error));
    }

    /// <summary>What its transducer wrote for the word, but for what it adds without one.</summary>
    public HashSet<string> Outputs(string word)
    {
        var outputs = new HashSet<string>();
        var analyses = voikkoAnalyzeWordCstr(handle, word);
        if (analyses == 0)
            return outputs;
        for (var i = 0; Marshal.ReadIntPtr(analyses, i * nint.Size) is not 0 and var analysis; i++)
        {
            var value = voikko_mor_analysis_value_cstr(analysis, "FSTOUTPUT");
            if (value == 0)
                continue;
            outputs.Add(Marshal.PtrToStringUTF8(value)!);
            voikko_free_mor_analysis_value_cstr(value);
        }
        voikko_free_mor_analysis(analyses);
        return outputs;
    }

    public void Dispose() => voikkoTerminate(handle);

    [DllImport(Library)]
    private static extern nint voikkoInit(out nint error, [MarshalAs(UnmanagedType.LPUTF8Str)] string language, [MarshalAs(UnmanagedType.LPUTF8Str)] string? path);

    [DllImport(Library)]
    private static extern void voikkoTerminate(nint handle);

    [DllImport(Library)]
    private static extern nint voikkoAnalyzeWordCstr(nint handle, [MarshalAs(UnmanagedType.LPUTF8Str)] string word);

    [DllImport(Library)]
    private static extern nint voikko_mor_analysis_value_cstr(nint analysis, [MarshalAs(UnmanagedType.LPUTF8Str)] string key);

    [DllImport(Library)]
    private static extern void voikko_free_mor_analysis_value_cstr(nint value);

    [DllImport(Library)]
    private static extern void voikko_free_mor_analysis(nint analyses);
}
