package vmail.reader.ldif;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vmail.reader.source.Fault;

/**
 * The block that ldapsearch(1) writes behind the entries: {@code search: 2}, {@code result: 0 Success}. It is no record;
 * but when the result is not 0, entries are missing above it.
 */
final class SearchFooter {

    private static final Set<String> NAMES = Set.of("search", "result", "matcheddn", "text", "control", "pagedresults");

    private SearchFooter() {}

    static boolean is(List<AttributeLine> lines) {
        return lines.size() >= 2
                && lines.get(0).isNamed("search")
                && lines.get(1).isNamed("result")
                && lines.stream().allMatch(SearchFooter::belongs);
    }

    /** {@code ref: ldap://...}, which ldapsearch(1) prints for a part of the tree that another server holds. */
    static boolean isReference(List<AttributeLine> lines) {
        return lines.stream().allMatch(line -> line.isNamed("ref"));
    }

    static Optional<Fault> fault(List<AttributeLine> lines) {
        String result = lines.get(1).value().strip();
        if (result.equals("0") || result.startsWith("0 ")) {
            return Optional.empty();
        }
        return Fault.of(
                "the search that wrote this file did not end with success, so entries are missing",
                "Export again with slapcat, or with a bind that has no size limit");
    }

    private static boolean belongs(AttributeLine line) {
        return NAMES.contains(line.name().toLowerCase(Locale.ROOT));
    }
}
