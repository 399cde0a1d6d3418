using CsCheck;

namespace Koppla.Functions.Tests.Logging;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002", "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002")]
    [InlineData("på möte", "på möte")]
    [InlineData("a\r\ninfo: b", "a??info: b")]
    [InlineData("a\u2028b\u2029c\u0085d\u001be", "a?b?c?d?e")]
    [InlineData("a\u202eb", "a?b")]
    [InlineData("123456789-123456789-123456789-123456789-x", "123456789-123456789-123456789-123456789-")]
    public void A_text_of_others_stays_on_its_line(string text, string line) => Assert.Equal(line, OneLine.Of(text, most: 40));

    [Fact]
    public void Whatever_the_text_it_is_one_line_that_is_no_longer() => Gen.String[0, 60].Sample(text =>
    {
        var line = OneLine.Of(text, most: 40);
        Assert.Equal(Math.Min(text.Length, 40), line.Length);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.Equal(line, line.ReplaceLineEndings(""));
    });
}
