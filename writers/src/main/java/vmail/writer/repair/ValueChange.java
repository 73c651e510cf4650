package vmail.writer.repair;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vmail.account.DirectoryUnavailable;
import vmail.account.LdapText;

/**
 * Replaces values of one attribute of an entry in one request, which the server refuses when one of the old ones is there no more.
 * Never of a password.
 */
public record ValueChange(String dn, String attribute, List<String> removed, List<String> added) implements Change {

    static final String KIND = "set";

    /** Of this entry alone: somebody changed it meanwhile, or the server does not take it so. */
    private static final Set<ResultCode> OF_THE_ENTRY = Set.of(
            ResultCode.NO_SUCH_OBJECT,
            ResultCode.NO_SUCH_ATTRIBUTE,
            ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.INVALID_ATTRIBUTE_SYNTAX,
            ResultCode.OBJECT_CLASS_VIOLATION,
            ResultCode.NOT_ALLOWED_ON_RDN);

    public ValueChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    @Override
    public Change inverse() {
        return new ValueChange(dn, attribute, added, removed);
    }

    @Override
    public String words() {
        if (added.isEmpty()) {
            return "delete " + attribute + " " + removed + " of " + dn;
        }
        return removed.isEmpty()
                ? "add " + attribute + " " + added + " to " + dn
                : "change " + attribute + " of " + dn + " from " + removed + " to " + added;
    }

    @Override
    public Applied look(Workbench bench) throws DirectoryUnavailable {
        try {
            Optional<List<String>> now = values(bench);
            if (now.isEmpty()) {
                return Applied.conflict(dn + " is not there");
            }
            if (isDone(now.get())) {
                return Applied.NEEDLESS;
            }
            return now.get().containsAll(removed) && added.stream().noneMatch(now.get()::contains)
                    ? Applied.READY
                    : Applied.conflict(attribute + " of " + dn + " is " + now.get() + " by now");
        } catch (LDAPException e) {
            throw stop(LdapText.of(e));
        }
    }

    @Override
    public Applied act(Workbench bench) throws DirectoryUnavailable {
        try {
            bench.directory().modify(dn, modifications());
            return Applied.DONE;
        } catch (LDAPException e) {
            LdapText answer = LdapText.of(e);
            if (OF_THE_ENTRY.contains(answer.code())) {
                return Applied.conflict("the directory does not take it for " + dn + ": " + answer);
            }
            throw stop(answer);
        }
    }

    /** Of an answer that every further change would get as well, or of none. */
    private DirectoryUnavailable stop(LdapText answer) {
        return new DirectoryUnavailable(
                "the directory does not take changes: %s, at %s. %s.".formatted(answer, dn, answer.remedy()));
    }

    private boolean isDone(List<String> now) {
        return now.containsAll(added) && removed.stream().noneMatch(now::contains);
    }

    private Optional<List<String>> values(Workbench bench) throws LDAPException {
        SearchResultEntry entry = bench.directory().getEntry(dn, attribute);
        if (entry == null) {
            return Optional.empty();
        }
        String[] values = entry.getAttributeValues(attribute);
        return Optional.of(values == null ? List.of() : List.of(values));
    }

    private List<Modification> modifications() {
        List<Modification> modifications = new ArrayList<>();
        if (!removed.isEmpty()) {
            modifications.add(new Modification(ModificationType.DELETE, attribute, removed.toArray(String[]::new)));
        }
        if (!added.isEmpty()) {
            modifications.add(new Modification(ModificationType.ADD, attribute, added.toArray(String[]::new)));
        }
        return modifications;
    }

    @Override
    public JSONObject json() {
        return Fields.of(KIND)
                .with("dn", dn)
                .with("attribute", attribute)
                .withTexts("removed", removed)
                .withTexts("added", added)
                .json();
    }

    static ValueChange of(JSONObject json) throws JSONException {
        return new ValueChange(
                Fields.text(json, "dn"),
                Fields.text(json, "attribute"),
                Fields.texts(json, "removed"),
                Fields.texts(json, "added"));
    }
}
