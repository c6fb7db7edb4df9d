namespace Lupaus.Storage.Order.Upkeep;

/// <summary>Files and folders that nobody else on the machine may read: they hold what customers wrote, and keys.</summary>
internal static class OursAlone
{
    private const UnixFileMode ReadAndWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void File(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = ReadAndWrite;
        using var made = new FileStream(path, options);
    }

    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, ReadAndWrite | UnixFileMode.UserExecute);
    }
}
