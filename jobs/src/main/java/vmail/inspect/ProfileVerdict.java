package vmail.inspect;

import java.util.List;
import java.util.Optional;
import vmail.reader.profile.Profile;

/**
 * Which profile fits a file.
 *
 * @param profile none when the file is in this system's own form, or nothing fits, or too much
 * @param word the profile's name, {@code howto}, or {@code none}
 * @param why for people
 * @param others that something speaks for, the best first
 */
public record ProfileVerdict(Optional<Profile> profile, String word, String why, List<Other> others) {

    /** A profile that was not taken. */
    public record Other(Profile profile, long records, String why) {}
}
