using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lupaus.Storage.Work.Replies;

/// <summary>One to a ticket: a second one waits for nobody, but lets the first go.</summary>
internal sealed class HeldReplyMap : IEntityTypeConfiguration<HeldReply>
{
    public void Configure(EntityTypeBuilder<HeldReply> b)
    {
        b.HasKey(h => h.TicketId);
        b.Property(h => h.TicketId).ValueGeneratedNever();
        b.Property(h => h.Reply).HasConversion<ReplyConverter>();
        b.Property(h => h.Draft).HasMaxLength(Unsent.MaxLength);
        b.Property(h => h.Files).HasConversion<FilesConverter, FilesComparer>();
        b.HasOne<Ticket>().WithMany().HasForeignKey(h => h.TicketId);
        b.HasOne<Agent>().WithMany().HasForeignKey(h => h.AgentId);
        b.HasIndex(h => h.LeavesAt);
    }
}

internal sealed class UnsentFileMap : IEntityTypeConfiguration<UnsentFile>
{
    public void Configure(EntityTypeBuilder<UnsentFile> b)
    {
        b.Property(f => f.Id).ValueGeneratedNever();
        b.Property(f => f.Hash).HasMaxLength(64);
        b.Property(f => f.Name).HasMaxLength(Limits.Name);
        b.Property(f => f.Type).HasMaxLength(100);
        b.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.Hash);
        b.HasOne<Ticket>().WithMany().HasForeignKey(f => f.TicketId);
        b.HasOne<Agent>().WithMany().HasForeignKey(f => f.AgentId);
        b.HasIndex(f => new { f.TicketId, f.AgentId });
    }
}

internal sealed class ReplyConverter() : ValueConverter<Reply, string>(r => Write(r), s => Read(s))
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new IdJson(), new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameWhatNext } },
    };

    private static string Write(Reply reply) => JsonSerializer.Serialize(reply, Json);

    private static Reply Read(string stored) => JsonSerializer.Deserialize<Reply>(stored, Json)!;

    private static void NameWhatNext(JsonTypeInfo type)
    {
        if (type.Type != typeof(WhatNext))
            return;
        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "next" };
        foreach (var next in typeof(WhatNext).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(WhatNext))))
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(next, next.Name));
    }
}

internal sealed class FilesConverter() : ValueConverter<IReadOnlyList<FileNamed>, string>(
    f => JsonSerializer.Serialize(f, JsonSerializerOptions.Default), s => JsonSerializer.Deserialize<List<FileNamed>>(s, JsonSerializerOptions.Default)!);

internal sealed class FilesComparer() : ValueComparer<IReadOnlyList<FileNamed>>(
    (a, b) => a!.SequenceEqual(b!), l => l.Aggregate(0, (hash, f) => HashCode.Combine(hash, f)), l => l.ToList());
