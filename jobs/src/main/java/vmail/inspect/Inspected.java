package vmail.inspect;

import java.util.List;
import java.util.Optional;
import vmail.reader.profile.AttributeCount;
import vmail.reader.profile.MappingDraft;
import vmail.reader.profile.Meanings;
import vmail.reader.profile.Meanings.Meaning;
import vmail.reader.profile.Profile;
import vmail.reader.profile.Profiles;
import vmail.reader.source.Source;
import vmail.reader.source.SourceFormat;

/** One file, what it holds, and the profile that fits it. */
public record Inspected(Source source, ProfileVerdict verdict, SourceContent content) {

    /** What the profile makes of an attribute; empty without a profile. */
    public List<Optional<Meaning>> meanings() {
        Optional<Meanings> known = verdict.profile().map(Meanings::of);
        return content.attributes().stream()
                .map(each -> known.map(meanings -> meanings.of(each.name())))
                .toList();
    }

    /** Whether it is in this system's own form, so that a mapping could only lose something. */
    public boolean isOwn() {
        return verdict.word().equals(Profiles.HOWTO);
    }

    /** A mapping to start from. */
    public String draft() {
        List<AttributeCount> attributes = content.attributes();
        Optional<Profile> base = verdict.profile().or(this::best);
        return base.map(profile -> MappingDraft.of(profile, source.name(), attributes))
                .orElseGet(() -> MappingDraft.ofUnknown(
                        source.format() == SourceFormat.CSV ? "csv" : "ldif",
                        !content.titles().isEmpty(),
                        source.name(),
                        attributes));
    }

    private Optional<Profile> best() {
        return verdict.others().stream().map(ProfileVerdict.Other::profile).findFirst();
    }
}
