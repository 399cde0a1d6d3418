namespace Koppla.Functions.Tests.Fuzzing;

/// <summary>A request that the API takes, for every endpoint that has a body or parameters.</summary>
internal static class Requests
{
    private const string Rule = """{"action":"ring","noAnswerSeconds":20,"onBusy":{"action":"forward","to":{"number":"070-174 06 60"},"enabled":true},"onNoAnswer":{"action":"referral"}}""";
    private static readonly string Profile = $$$"""{"name":"Test","absence":"none","standardMinutes":30,"fixed":{{{Rule}}},"mobile":{"action":"ring"}}""";
    private const string Activation = """{"profile":"lunch","until":"2026-12-24T17:00:00+01:00"}""";
    private const string Schedule = """
        {"timeZone":"Europe/Stockholm","weekly":[{"profile":"lunch","days":["monday","friday"],"from":"12:00","to":"13:00","priority":1}],"oneOff":[{"profile":"lunch","from":"2026-12-24T12:00","to":"2026-12-24T13:00","note":"x"}],"holidays":{"profile":"ledig","includeEves":true,"added":[{"date":"2026-12-23","name":"x"}],"removed":["2026-12-24"]}}
        """;

    /// <summary>Method, path and body; <c>{user}</c>, <c>{number}</c> and the like stand for what there is.</summary>
    public static readonly IReadOnlyList<(string Method, string Path, string Body)> WithBody =
    [
        ("PUT", "numbers/{number}/forwarding", """{"destination":"070-174 06 60","enabled":true}"""),
        ("POST", "numbers", """{"number":"08-465 009 99"}"""),
        ("PUT", "numbers/{number}/assignment", """{"user":"{user}"}"""),
        ("POST", "numbers/import", """{"rows":[{"number":"{number}","to":"{number}","destination":"070-174 06 60","enabled":false},{"number":"{fixed}","user":"{user}"}]}"""),
        ("POST", "numbers/forwarding", """{"from":"{number}","to":"{number}","destination":"070-174 06 60","enabled":true}"""),
        ("PUT", "users/{user}/profiles/lunch", Profile),
        ("POST", "users/{user}/profiles", Profile),
        ("PUT", "users/{user}/activation", Activation),
        ("POST", "users/{user}/activation/extend", """{"minutes":30}"""),
        ("PUT", "users/{user}/default-profile", """{"profile":"lunch"}"""),
        ("PUT", "users/{user}/schedule", Schedule),
        ("PUT", "users/{user}/exceptions", """{"items":[{"group":"number","number":"070-174 06 90","treatment":"blocked","note":"x"},{"group":"withheld","treatment":"blocked"}]}"""),
        ("POST", "users/bulk/activation", $$$"""{"users":["{user}"],"activation":{{{Activation}}}}"""),
        ("POST", "users/bulk/profiles", $$$"""{"users":["{user}"],"profile":{"id":"test",{{{Profile[1..]}}}}"""),
        ("POST", "users/bulk/schedule", $$$"""{"users":["{user}"],"schedule":{{{Schedule}}}}"""),
        ("PUT", "users/{user}/transfer-policy", """{"onBusy":{"step":"number","number":"070-174 06 60"},"onNoAnswer":{"step":"recall"}}"""),
        ("PUT", "organisation", """{"name":"Exempelbolaget AB","timeZone":"Europe/Stockholm","language":"swedish","callerId":"caller","declinedCountsAs":"busy","holidays":{"includeEves":true,"added":[{"date":"2026-12-23","name":"x"}]},"fallback":"031-390 06 99"}"""),
        ("PUT", "organisation/destination-policy", """{"countries":["SE","NO"],"externalForwards":{"setBy":"administrators","confirmFirst":true,"coolDownMinutes":60,"perUserPerHour":10}}"""),
        ("POST", "users", """{"name":"Eva Ek","department":"Ekonomi","language":"swedish","timeZone":"Europe/Stockholm","devices":[{"kind":"telephone","number":"070-174 06 60"}]}"""),
        ("PUT", "users/{user}", """{"name":"Eva Ek","department":"Ekonomi","language":"swedish","devices":[{"kind":"app","id":"8:acs:anna"}]}"""),
        ("PUT", "organisation/transfer-policy", """{"onBusy":{"step":"announce"},"onDeclined":{"step":"target-rules"}}"""),
        ("PUT", "organisation/webhook", """{"url":"https://hooks.example/koppla","enabled":false}"""),
        ("POST", "users/{user}/restore", """{"change":"0000000000000000000-0000000000000000"}"""),
        ("POST", "decisions/explain", """{"number":"{number}","caller":"070-174 06 90","at":"2026-12-24T17:00:00+01:00","asOf":"2026-11-03T14:10:00+01:00","lines":{"{fixed}":"busy"},"referralHeard":["{fixed}"]}"""),
        ("POST", "calls", """{"to":{"number":"070-174 06 60"},"device":"app"}"""),
        ("POST", "users/me/transfers", """{"to":{"user":"{user}"},"mode":"announced","timeoutSeconds":20,"needsKey":false}"""),
    ];

    public static readonly IReadOnlyList<string> WithParameters =
    [
        "numbers?q=08-465&state=reserved&kind=fixed&forwarded=true&limit=10&continuation=NDY4NDY1MDA0MTA",
        "numbers/export?format=json",
        "audit?from=2026-11-03T14:10:00Z&to=2026-11-04T14:10:00Z&person={user}&object=number:{number}&limit=10",
        "calls?limit=10&continuation=MDAwMDAwMDAwMDAwMDAwMDAwMC0wMDAwMDAwMDAwMDAwMDAw",
        "colleagues?q=anna%20berg&limit=10&continuation=CQ",
        "organisation/webhook/dead-letters?limit=10&continuation=MDAwMDAwMDAwMDAwMDAwMDAwMC0wMDAwMDAwMDAwMDAwMDAw",
        "users/{user}/week?days=2&from=2026-12-24&format=ics",
        "numbers/{number}",
        "users/{user}/profiles/lunch",
    ];
}
