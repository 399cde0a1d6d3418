using Koppla.Functions.Sounds;
using Koppla.Functions.Telephony;
using Koppla.Routing;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Tests.Sounds;

public sealed class SoundLibraryTests
{
    private static readonly OrganisationId Owner = new(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a01"));

    [Fact]
    public void The_ringing_tone_lies_where_the_provider_reaches_us() =>
        Assert.Equal("https://koppla.example/api/sounds/ringback.wav", Library(null).Ringback.AbsoluteUri);

    [Fact]
    public void So_does_the_music_on_hold() =>
        Assert.Equal("https://koppla.example/api/sounds/hold.wav", Library(null).HoldMusic.AbsoluteUri);

    [Theory]
    [InlineData("https://sounds.example/referrals", "holiday.wav", "https://sounds.example/referrals/5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a01/holiday.wav")]
    [InlineData("https://sounds.example/", "holiday.wav", "https://sounds.example/5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a01/holiday.wav")]
    [InlineData("https://sounds.example", "på möte?.wav", "https://sounds.example/5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a01/p%C3%A5%20m%C3%B6te%3F.wav")]
    public void An_uploaded_file_lies_in_the_folder_of_its_organisation(string folder, string file, string expected) =>
        Assert.Equal(expected, Library(folder).Referral(Owner, file)!.AbsoluteUri);

    [Fact]
    public void Without_a_place_for_them_there_are_no_uploaded_files() => Assert.Null(Library(null).Referral(Owner, "holiday.wav"));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../other/holiday.wav")]
    [InlineData("..\\other\\holiday.wav")]
    [InlineData("/holiday.wav")]
    public void No_name_leads_out_of_the_folder(string file) => Assert.Null(Library("https://sounds.example").Referral(Owner, file));

    private static SoundLibrary Library(string? sounds) => new(
        Options.Create(new CallbackOptions { BaseAddress = new Uri("https://koppla.example") }),
        Options.Create(new SoundOptions { BaseAddress = sounds is null ? null : new Uri(sounds) }));
}
