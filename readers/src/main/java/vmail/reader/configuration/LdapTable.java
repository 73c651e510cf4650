package vmail.reader.configuration;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.account.Origin;
import vmail.store.Errno;

/**
 * A lookup table in the directory (ldap_table(5)): a file of its own, or parameters {@code name_server_host} and so on in
 * main.cf, as in the howto.
 */
public final class LdapTable {

    /** Whether its parameters could be read. */
    public enum State {
        READ,
        MISSING,
        UNREADABLE
    }

    private static final Map<String, String> DEFAULTS = Map.of(
            "server_host", "localhost",
            "server_port", "389",
            "query_filter", "mailacceptinggeneralid=%s",
            "result_attribute", "maildrop",
            "result_format", "%s",
            "scope", "sub",
            "bind", "yes",
            "version", "3");

    private final String name;
    private final Origin namedAt;
    private final Optional<Path> file;
    private final State state;
    private final String trouble;
    private final Map<String, Parameter> parameters;

    private LdapTable(
            String name,
            Origin namedAt,
            Optional<Path> file,
            State state,
            String trouble,
            Map<String, Parameter> parameters) {
        this.name = name;
        this.namedAt = namedAt;
        this.file = file;
        this.state = state;
        this.trouble = trouble;
        this.parameters = parameters;
    }

    static LdapTable ofFile(Path file, Origin namedAt) {
        String name = "ldap:" + file;
        try {
            Map<String, Parameter> parameters = PostfixSyntax.parse(file.toString(), ConfigurationFile.lines(file));
            return new LdapTable(name, namedAt, Optional.of(file), State.READ, "", parameters);
        } catch (NoSuchFileException e) {
            return new LdapTable(name, namedAt, Optional.of(file), State.MISSING, "", Map.of());
        } catch (IOException e) {
            return new LdapTable(name, namedAt, Optional.of(file), State.UNREADABLE, Errno.words(e), Map.of());
        }
    }

    static LdapTable ofMain(String name, Origin namedAt, Map<String, Parameter> main, Expansion expansion) {
        Map<String, Parameter> own = new LinkedHashMap<>();
        main.forEach((key, parameter) -> {
            if (key.startsWith(name + "_")) {
                String text = parameter.isPassword() ? parameter.password() : expansion.of(parameter.value());
                own.put(key.substring(name.length() + 1), parameter.withText(text));
            }
        });
        State state = own.isEmpty() ? State.MISSING : State.READ;
        return new LdapTable("ldap:" + name, namedAt, Optional.empty(), state, "", own);
    }

    /** As main.cf names it: {@code ldap:/etc/postfix/aliases.cf}. */
    public String name() {
        return name;
    }

    /** The line of main.cf that names it. */
    public Origin namedAt() {
        return namedAt;
    }

    /** Empty when it is defined in main.cf. */
    public Optional<Path> file() {
        return file;
    }

    public State state() {
        return state;
    }

    /** The system's words, when it is unreadable. */
    public String trouble() {
        return trouble;
    }

    /** As it is defined; empty when it is not. */
    public Optional<Parameter> parameter(String key) {
        return Optional.ofNullable(parameters.get(key));
    }

    /** With the default of ldap_table(5). Never a password. */
    public String value(String key) {
        return parameter(key).map(Parameter::value).orElseGet(() -> DEFAULTS.getOrDefault(key, ""));
    }

    /** The line of a parameter, or where the table is defined when it has none. */
    public Origin origin(String key) {
        return parameter(key)
                .<Origin>map(Parameter::origin)
                .orElseGet(() -> file.<Origin>map(DiskPath::new).orElse(namedAt));
    }

    /** The name of a parameter as people have to write it. */
    public String spelled(String key) {
        return file.isPresent() ? key : name.substring("ldap:".length()) + "_" + key;
    }

    public Optional<Parameter> password() {
        return parameter("bind_pw").filter(each -> !each.isEmpty());
    }
}
