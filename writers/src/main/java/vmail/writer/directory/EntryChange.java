package vmail.writer.directory;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to happen to one entry. As text it names attributes, never values: one may be a password.
 *
 * <p>{@code wanted} is the entry as it shall be, with its password as it is stored.
 */
public sealed interface EntryChange {

    ReadOnlyEntry wanted();

    default String dn() {
        return wanted().getDN();
    }

    /** The entry is absent. */
    record Add(ReadOnlyEntry wanted) implements EntryChange {

        @Override
        public String toString() {
            return "add " + dn();
        }
    }

    /**
     * The entry differs.
     *
     * @param modifications only what differs
     * @param before the entry as it was read
     */
    record Modify(ReadOnlyEntry wanted, List<Modification> modifications, ReadOnlyEntry before) implements EntryChange {

        public Modify {
            modifications = List.copyOf(modifications);
        }

        /** The name as the directory has it. */
        @Override
        public String dn() {
            return before.getDN();
        }

        /** The names of what differs, in the order of the modifications. */
        public Stream<String> attributes() {
            return modifications.stream().map(Modification::getAttributeName).distinct();
        }

        @Override
        public String toString() {
            return attributes().collect(Collectors.joining(", ", "modify " + dn() + ": ", ""));
        }
    }

    /** The entry is as it shall be. */
    record Leave(ReadOnlyEntry wanted) implements EntryChange {

        @Override
        public String toString() {
            return "leave " + dn();
        }
    }
}
