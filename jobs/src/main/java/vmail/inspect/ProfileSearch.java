package vmail.inspect;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vmail.reader.profile.Profile;
import vmail.reader.profile.ProfileChoice;
import vmail.reader.profile.Profiles;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;
import vmail.reader.source.UnusableSource;

/** Finds the profile of a file as a check does, and says why; where a check would ask the user, that is the answer. */
public record ProfileSearch(Optional<Profile> asked, boolean own, ReadOptions options) {

    /** @param own whether the user says that files are in this system's own form */
    public ProfileSearch {}

    /** Reads the file once or twice. */
    public ProfileVerdict search(Source source) throws IOException {
        ProfileChoice choice = ProfileChoice.of(source, options);
        if (asked.isPresent()) {
            return verdict(choice, asked, asked.get().name(), "asked for");
        }
        if (own) {
            return verdict(choice, Optional.empty(), Profiles.HOWTO, "asked for");
        }
        if (choice.hasOwnForm()) {
            return verdict(choice, Optional.empty(), Profiles.HOWTO, "this system's own form");
        }
        if (choice.scores().isEmpty()) {
            return verdict(
                    choice,
                    Optional.empty(),
                    "none",
                    "nothing in it speaks for one: name one with --profile, or begin a mapping with --write-mapping");
        }
        try {
            ProfileChoice.Score best = choice.best();
            return verdict(choice, Optional.of(best.profile()), best.profile().name(), choice.of(best));
        } catch (UnusableSource e) {
            return verdict(choice, Optional.empty(), "none", "several fit: name one with --profile");
        }
    }

    private static ProfileVerdict verdict(ProfileChoice choice, Optional<Profile> profile, String word, String why) {
        List<ProfileVerdict.Other> others = choice.scores().stream()
                .filter(score -> !score.profile().name().equals(word))
                .map(score -> new ProfileVerdict.Other(score.profile(), score.records(), choice.of(score)))
                .toList();
        return new ProfileVerdict(profile, word, why, others);
    }
}
