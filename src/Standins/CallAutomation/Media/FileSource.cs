using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A WAV file (mono, 16 bit, 16 kHz) or an MP3 file that the service can fetch.</summary>
public sealed class FileSource : PlaySource
{
    public FileSource(Uri fileUri)
    {
        ArgumentNullException.ThrowIfNull(fileUri);
        FileUri = fileUri;
    }

    public Uri FileUri { get; }

    private protected override void WriteContent(Utf8JsonWriter json)
    {
        json.WriteString("kind"u8, "file"u8);
        json.WriteStartObject("file"u8);
        json.WriteString("uri"u8, FileUri.AbsoluteUri);
        json.WriteEndObject();
    }
}
