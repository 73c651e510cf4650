package vmail.inspect;

import java.util.List;
import java.util.Optional;
import vmail.account.Unreadable.Problem;
import vmail.reader.profile.AttributeCount;

/**
 * What one file holds.
 *
 * @param separator of a table
 * @param titles of the columns of a table; none when its first row is a record
 * @param records readable or not
 * @param unreadable of them
 * @param problems the first of those, and what is worth knowing of the file as a whole
 * @param kinds of records
 * @param furtherAttributes of single records, behind so many names that the rest was not kept
 * @param passwords by their form
 * @param domains of addresses, by address
 */
public record SourceContent(
        Optional<Character> separator,
        List<String> titles,
        long records,
        long unreadable,
        List<Problem> problems,
        Tallied kinds,
        List<AttributeCount> attributes,
        long furtherAttributes,
        Tallied passwords,
        Tallied domains) {}
