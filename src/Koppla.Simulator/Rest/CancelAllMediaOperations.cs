namespace Koppla.Simulator.Rest;

internal sealed class CancelAllMediaOperations : Operation
{
    public override string Pattern => "/{id}:cancelAllMediaOperations";

    public override bool IsRepeatable => false;

    public override Reply Execute(Command command) => Established.Run(command, static connection =>
    {
        connection.Media.CancelAll();
        return Reply.Accepted;
    });
}
