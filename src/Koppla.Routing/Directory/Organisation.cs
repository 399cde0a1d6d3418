using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Numbers;
using Koppla.Routing.Schedules;
using Koppla.Routing.Transfers;
using NodaTime;

namespace Koppla.Routing.Directory;

/// <param name="Id">Its id.</param>
/// <param name="Name">For people.</param>
/// <param name="Suspended">All calls to its numbers are refused.</param>
/// <param name="Countries">Where its calls may be forwarded.</param>
/// <param name="Fallback">Where a call to its numbers goes that would otherwise be refused; may be one of our own numbers.</param>
public sealed record Organisation(OrganisationId Id, string Name, bool Suspended, AllowedCountries Countries, PhoneNumber? Fallback)
{
    public CallerIdChoice CallerId { get; init; } = CallerIdChoice.Caller;

    /// <summary>Shown when the caller ID of choice is refused; null: the called number is.</summary>
    public PhoneNumber? MainNumber { get; init; }

    /// <summary>Which conditional rule a declined call follows.</summary>
    public LineState DeclinedCountsAs { get; init; } = LineState.Busy;

    /// <summary>What is done when the target of a direct transfer does not take the call, unless the transferor has a policy of its own.</summary>
    public TransferPolicy TransferPolicy { get; init; } = TransferPolicy.Recall;

    /// <summary>Which of its rules may send calls outside it.</summary>
    public ExternalForwardPolicy ExternalForwards { get; init; } = ExternalForwardPolicy.Default;

    /// <summary>The language of announcements.</summary>
    public Language Language { get; init; } = Language.Swedish;

    /// <summary>Where new users are: an IANA zone.</summary>
    public DateTimeZone TimeZone { get; init; } = Schedule.Empty.Zone;

    /// <summary>For users whose holiday rule follows the organisation.</summary>
    public HolidayCalendar Holidays { get; init; } = HolidayCalendar.Swedish;

    /// <summary>Null: it is not known.</summary>
    public Instant? Created { get; init; }
}
