package vmail.reader.ldif;

import com.unboundid.ldap.sdk.DN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vmail.account.SourceLine;
import vmail.account.Unreadable.Problem;
import vmail.reader.source.Fault;
import vmail.reader.source.PrintableText;

/** Whether lines are one content record (RFC 2849): a single valid dn, first, and nothing that changes or deletes entries. */
final class RecordShape {

    private static final Set<String> CHANGES = Set.of("delete", "modify", "modrdn", "moddn");

    private static final int LONGEST_SHOWN = 300;

    private final String file;
    private final List<AttributeLine> lines;
    private final List<AttributeLine> names;

    RecordShape(String file, List<AttributeLine> lines) {
        this.file = file;
        this.lines = lines;
        this.names = lines.stream().filter(line -> line.isNamed("dn")).toList();
    }

    /** The first name for messages; empty when it can not be read. */
    String shownDn() {
        return PrintableText.of(dn().orElse(""), LONGEST_SHOWN);
    }

    /** As it is written; only of use when there are no problems. */
    Optional<String> dn() {
        return names.stream().findFirst().flatMap(AttributeLine::text).map(String::strip);
    }

    /** Why nothing of the record can be used; none when it has the shape of an entry. */
    List<Problem> problems(SourceLine origin) {
        List<Problem> problems = new ArrayList<>();
        if (names.isEmpty()) {
            lines.stream()
                    .filter(line -> line.line().isCut())
                    .forEach(line -> line.fault().ifPresent(fault -> problems.add(at(line, fault))));
            problems.add(new Problem(
                    origin,
                    "the record has no dn",
                    "Start it with its name, such as dn: cn=Albert Onestone,ou=Tokelau,o=company"));
            return problems;
        }
        dnFault().ifPresent(fault -> problems.add(at(names.get(0), fault)));
        names.stream().skip(1).forEach(second -> problems.add(at(second, runTogether(second))));
        for (AttributeLine line : lines) {
            changeFault(line).ifPresent(fault -> problems.add(at(line, fault)));
        }
        if (problems.isEmpty() && lines.stream().noneMatch(this::isAttribute)) {
            problems.add(new Problem(origin, "the record has no attributes", "Complete it, or remove it"));
        }
        return problems;
    }

    private Optional<Fault> dnFault() {
        AttributeLine name = names.get(0);
        Optional<Fault> fault = name.fault();
        if (fault.isPresent()) {
            return fault;
        }
        boolean first = lines.stream()
                .filter(line -> line.marker() != AttributeLine.Marker.NONE)
                .findFirst()
                .filter(name::equals)
                .isPresent();
        if (!first) {
            return Fault.of("dn is not the first line of its record", "Move it to the top, or separate two records");
        }
        String dn = dn().orElseThrow();
        if (dn.isEmpty()) {
            return Fault.of("the dn is empty", "Write the whole name of the entry");
        }
        if (!DN.isValidDN(dn)) {
            return Fault.of(
                    "'%s' is not a distinguished name".formatted(shownDn()),
                    "Write it like cn=Albert Onestone,ou=Tokelau,o=company");
        }
        return Optional.empty();
    }

    private Fault runTogether(AttributeLine second) {
        long line = second.line().number();
        return new Fault(
                "two records run together: %s (line %d) and %s (line %d)"
                        .formatted(shown(names.get(0)), names.get(0).line().number(), shown(second), line),
                "Put an empty line before line " + line);
    }

    private static Optional<Fault> changeFault(AttributeLine line) {
        if (line.isNamed("control")) {
            return Fault.of(
                    "the record carries a control, so it changes entries", "Give records that describe accounts");
        }
        if (!line.isNamed("changetype")) {
            return Optional.empty();
        }
        String type = line.text().orElse("").strip().toLowerCase(Locale.ROOT);
        if (type.equals("add")) {
            return Optional.empty();
        }
        return Fault.of(
                "changetype%s: the record does not describe an entry but changes or removes one"
                        .formatted(CHANGES.contains(type) ? " " + type : ""),
                "Give records that describe accounts; changes are for ldapmodify");
    }

    private boolean isAttribute(AttributeLine line) {
        return !line.isNamed("dn") && !line.isNamed("changetype");
    }

    private Problem at(AttributeLine line, Fault fault) {
        return fault.at(file, line.line().number());
    }

    private static String shown(AttributeLine name) {
        return PrintableText.of(name.text().map(String::strip).orElse("a dn that can not be read"), LONGEST_SHOWN);
    }
}
