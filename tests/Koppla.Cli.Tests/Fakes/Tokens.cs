using System.Buffers.Text;
using System.Text;

namespace Koppla.Cli.Tests.Fakes;

internal static class Tokens
{
    public static readonly string Administrator = Of("""{"exp":1795557600,"roles":["Koppla.Admin"]}""");
    public static readonly string User = Of("""{"exp":1795557600,"roles":["Koppla.User"]}""");
    public static readonly string Expired = Of("""{"exp":1700000000,"roles":["Koppla.Admin"]}""");

    private static string Of(string claims) =>
        $"{Part("""{"alg":"RS256","typ":"JWT"}""")}.{Part(claims)}.c2lnbmF0dXJlLW9mLWEtdGVzdA";

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
