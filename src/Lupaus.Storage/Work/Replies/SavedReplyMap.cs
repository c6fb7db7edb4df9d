using Lupaus.Ground.Identity;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Work.Replies;

internal sealed class SavedReplyMap : IEntityTypeConfiguration<SavedReply>
{
    public void Configure(EntityTypeBuilder<SavedReply> b)
    {
        b.ToTable("SavedReplies", t => t.HasCheckConstraint("ck_saved_reply_says_something", "finnish IS NOT NULL OR swedish IS NOT NULL OR english IS NOT NULL"));
        b.Property(s => s.Id).ValueGeneratedNever();
        b.Property(s => s.Name).HasMaxLength(Limits.Name);
        b.Property(s => s.Finnish).HasMaxLength(SavedReply.MaxLength);
        b.Property(s => s.Swedish).HasMaxLength(SavedReply.MaxLength);
        b.Property(s => s.English).HasMaxLength(SavedReply.MaxLength);
        b.HasOne<Agent>().WithMany().HasForeignKey(s => s.OwnedBy);
    }
}
