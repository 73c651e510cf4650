package vmail.reader.ldif;

import java.util.List;
import vmail.account.SourceLine;
import vmail.account.Stamps;
import vmail.account.Unreadable.Problem;

/**
 * A record whose lines were looked at.
 *
 * @param dn its name as text, empty when it can not be read
 * @param shownDn the same, fit for a message
 * @param sound the lines with content that nothing is wrong with; none when the record has not the shape of an entry
 */
record LdifRecord(
        SourceLine origin,
        String dn,
        String shownDn,
        List<AttributeLine> sound,
        Stamps stamps,
        List<Problem> problems) {}
