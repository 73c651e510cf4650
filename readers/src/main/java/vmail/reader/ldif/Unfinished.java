package vmail.reader.ldif;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmail.reader.source.Fault;
import vmail.reader.source.TextLine;

/**
 * Lines that are LDIF but not what was meant: a template nobody filled in, an attribute that a blank before it makes part of
 * the value above. Told only of attributes that make an account what it is.
 */
final class Unfinished {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^{}]*}}");
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([A-Za-z][A-Za-z0-9-]*)::? .*");

    /** Programs fold at 76 characters or later; a shorter line was not folded by one. */
    private static final int FOLDED = 60;

    private Unfinished() {}

    static Optional<Fault> fault(AttributeLine line) {
        boolean matters = line.isNamed("dn") || AttributeKinds.isIdentity(line.name());
        if (matters && !AttributeKinds.isSecret(line.name()) && isTemplate(line)) {
            return Fault.of(
                    line.name() + " holds a placeholder '{{ }}' that was never filled in",
                    "Fill in the template before it is read");
        }
        return swallowed(line);
    }

    private static boolean isTemplate(AttributeLine line) {
        return line.text().filter(text -> PLACEHOLDER.matcher(text).find()).isPresent();
    }

    private static Optional<Fault> swallowed(AttributeLine line) {
        TextLine above = line.line().first();
        for (TextLine fold : line.line().folds()) {
            Optional<String> name = above.text().length() < FOLDED ? attribute(fold.text()) : Optional.empty();
            if (name.isPresent() && (AttributeKinds.isIdentity(name.get()) || AttributeKinds.isIdentity(line.name()))) {
                return Fault.of(
                        "the blank before %s makes it a part of %s".formatted(name.get(), line.name()),
                        "Remove the blank at the start of line " + fold.number());
            }
            above = fold;
        }
        return Optional.empty();
    }

    private static Optional<String> attribute(String fold) {
        Matcher matcher = ATTRIBUTE.matcher(fold);
        return matcher.matches() && AttributeNames.isKnown(matcher.group(1))
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }
}
