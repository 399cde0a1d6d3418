using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Koppla.Functions.Tests.Packages;

/// <summary>What a compiled assembly names of others: types, members with their signatures, and what its attributes set.</summary>
internal sealed class ApiReferences : IDisposable
{
    private readonly PEReader file;
    private readonly MetadataReader metadata;
    private readonly Func<string, bool> isMeant;
    private readonly SignatureNames names = new();

    private ApiReferences(string path, Func<string, bool> isMeant)
    {
        file = new PEReader(File.OpenRead(path));
        metadata = file.GetMetadataReader();
        this.isMeant = isMeant;
    }

    /// <param name="isMeant">Of which assemblies, by name.</param>
    /// <returns>Lines such as <c>Name.Space.Type</c> and <c>Name.Space.Type Member(Parameter) : Result</c>, sorted.</returns>
    public static IReadOnlyList<string> Of(string path, Func<string, bool> isMeant)
    {
        using var references = new ApiReferences(path, isMeant);
        return [.. references.Types().Concat(references.Members()).Concat(references.Attributes()).Distinct().Order(StringComparer.Ordinal)];
    }

    public void Dispose() => file.Dispose();

    private IEnumerable<string> Types() => metadata.TypeReferences
        .Where(IsMeant)
        .Select(type => names.GetTypeFromReference(metadata, type, 0));

    private IEnumerable<string> Members()
    {
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (Owner(member.Parent) is { } owner)
            {
                yield return $"{owner} {Signature(member)}";
            }
        }
    }

    /// <summary>Properties that attributes set, and words of enumerations, are in no other table.</summary>
    private IEnumerable<string> Attributes()
    {
        foreach (var handle in metadata.CustomAttributes)
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind == HandleKind.MemberReference
                && Owner(metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent) is { } owner)
            {
                var value = attribute.DecodeValue(names);
                foreach (var set in value.NamedArguments)
                {
                    yield return $"{owner} {set.Name} : {set.Type}";
                }

                foreach (var word in value.FixedArguments.Where(argument => SignatureNames.IsEnumeration(argument.Type)))
                {
                    yield return $"{word.Type} {SignatureNames.Word(word.Value!)} = {word.Value}";
                }
            }
        }
    }

    private string Signature(MemberReference member)
    {
        var name = metadata.GetString(member.Name);
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            return $"{name} : {member.DecodeFieldSignature(names, null)}";
        }

        var method = member.DecodeMethodSignature(names, null);
        return $"{(method.Header.IsInstance ? "" : "static ")}{name}({string.Join(", ", method.ParameterTypes)}) : {method.ReturnType}";
    }

    /// <returns>Null: the member is of no type that is meant.</returns>
    private string? Owner(EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference when IsMeant((TypeReferenceHandle)parent) => names.GetTypeFromReference(metadata, (TypeReferenceHandle)parent, 0),
        _ => null,
    };

    private bool IsMeant(TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsMeant((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => isMeant(metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)),
            _ => false,
        };
    }
}
